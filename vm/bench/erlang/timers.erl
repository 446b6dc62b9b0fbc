-module(timers).
-export([work/0]).
nap(Me, N) -> timer:sleep(N rem 10 + 1), Me ! 1.
launch(0, _) -> ok;
launch(N, Me) -> spawn(fun() -> nap(Me, N) end), launch(N - 1, Me).
collect(0, Total) -> Total;
collect(N, Total) -> receive K -> collect(N - 1, Total + K) end.
work() -> launch(100000, self()), collect(100000, 0).
