-module(tail_loop).
-export([work/0]).
loop(0, Acc) -> Acc;
loop(N, Acc) -> loop(N - 1, N - Acc).
work() -> loop(100000000, 0).
