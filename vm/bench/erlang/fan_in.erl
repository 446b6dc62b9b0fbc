-module(fan_in).
-export([work/0]).
producer(0, _) -> ok;
producer(N, Target) -> Target ! N, producer(N - 1, Target).
collect(0, Total) -> Total;
collect(N, Total) -> receive K -> collect(N - 1, Total + K) end.
work() ->
    Me = self(),
    [spawn(fun() -> producer(10000, Me) end) || _ <- lists:seq(1, 100)],
    collect(1000000, 0).
