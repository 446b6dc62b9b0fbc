-module(list_sort).
-export([work/0]).
numbers(0, _, Acc) -> Acc;
numbers(N, Seed, Acc) -> numbers(N - 1, (Seed * 1103515245 + 12345) rem 2147483648, [Seed | Acc]).
work() -> hd(lists:sort(numbers(300000, 42, []))).
