-module(ping_pong).
-export([work/0]).
echo() -> receive {ping, Who, N} -> Who ! {pong, N}, echo(); stop -> ok end.
play(0, P) -> P ! stop, 0;
play(N, P) -> P ! {ping, self(), N}, receive {pong, _} -> play(N - 1, P) end.
work() -> play(500000, spawn(fun echo/0)).
