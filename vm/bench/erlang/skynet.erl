-module(skynet).
-export([work/0]).
children(10, _, _, _) -> ok;
children(I, First, Size, Parent) -> spawn(fun() -> net(First + I * Size, Size, Parent) end), children(I + 1, First, Size, Parent).
gather(0, Total) -> Total;
gather(N, Total) -> receive K -> gather(N - 1, Total + K) end.
net(First, 1, Parent) -> Parent ! First;
net(First, Size, Parent) -> children(0, First, Size div 10, self()), Parent ! gather(10, 0).
work() -> Me = self(), spawn(fun() -> net(0, 1000000, Me) end), receive N -> N end.
