-module(record_update).
-export([work/0]).
-record(player, {name, x, y, score}).
move(P, 0) -> P#player.score;
move(P, N) -> move(P#player{x = P#player.x + 1, score = P#player.score + N rem 3}, N - 1).
work() -> move(#player{name = "ada", x = 0, y = 0, score = 0}, 10000000).
