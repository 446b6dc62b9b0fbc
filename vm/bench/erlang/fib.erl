-module(fib).
-export([work/0]).
fib(N) when N < 2 -> N;
fib(N) -> fib(N - 1) + fib(N - 2).
work() -> fib(36).
