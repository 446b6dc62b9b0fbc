-module(exceptions).
-export([work/0]).
risky(N) when N rem 2 =:= 0 -> throw(even);
risky(N) -> N.
guarded(N) -> try risky(N) catch throw:even -> 1 end.
attempt(0, Total) -> Total;
attempt(N, Total) -> attempt(N - 1, Total + guarded(N)).
work() -> attempt(1000000, 0).
