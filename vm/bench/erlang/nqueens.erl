-module(nqueens).
-export([work/0]).
safe(_, _, []) -> true;
safe(Q, D, [P | Rest]) -> Q =/= P andalso Q =/= P + D andalso Q =/= P - D andalso safe(Q, D + 1, Rest).
place(0, _, _) -> 1;
place(K, N, Queens) -> columns(1, K, N, Queens, 0).
columns(Q, _, N, _, Total) when Q > N -> Total;
columns(Q, K, N, Queens, Total) ->
    case safe(Q, 1, Queens) of
        true -> columns(Q + 1, K, N, Queens, Total + place(K - 1, N, [Q | Queens]));
        false -> columns(Q + 1, K, N, Queens, Total)
    end.
work() -> place(11, 11, []).
