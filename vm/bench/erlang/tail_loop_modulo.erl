-module(tail_loop_modulo).
-export([work/0]).
loop(0, Acc) -> Acc;
loop(N, Acc) -> loop(N - 1, (Acc + N * 3) rem 1000003).
work() -> loop(50000000, 0).
