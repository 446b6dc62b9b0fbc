-module(parallel_map).
-export([work/0]).
fib(N) when N < 2 -> N;
fib(N) -> fib(N - 1) + fib(N - 2).
launch(0, _) -> ok;
launch(N, Me) -> spawn(fun() -> Me ! fib(27) end), launch(N - 1, Me).
collect(0, Total) -> Total;
collect(N, Total) -> receive K -> collect(N - 1, Total + K) end.
work() -> launch(32, self()), collect(32, 0).
