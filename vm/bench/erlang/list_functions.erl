-module(list_functions).
-export([work/0]).
work() ->
    lists:foldl(fun(X, Acc) -> Acc + X end, 0,
        lists:filter(fun(X) -> X rem 3 =:= 0 end, lists:map(fun(X) -> X * 2 end, lists:seq(1, 1000000)))).
