-module(ackermann).
-export([work/0]).
ack(0, N) -> N + 1;
ack(M, 0) -> ack(M - 1, 1);
ack(M, N) -> ack(M - 1, ack(M, N - 1)).
work() -> ack(3, 10).
