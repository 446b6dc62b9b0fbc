-module(tail_loop).
-export([work/0]).
loop(0, Acc) -> Acc;
loop(N, Acc) when Acc > N -> loop(N - 1, Acc - N);
loop(N, Acc) -> loop(N - 1, Acc + 3).
work() -> loop(100000000, 0).
