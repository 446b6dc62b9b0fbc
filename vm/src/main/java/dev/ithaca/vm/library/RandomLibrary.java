package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.value.ListValue;
import java.util.concurrent.ThreadLocalRandom;

/** Pseudo-random values, different in each run (chapter 3, section 12.2). */
public final class RandomLibrary {
    private RandomLibrary() {}

    @NostosFunction(name = "Random.int", type = "Int, Int -> Int", doc = "An integer between two bounds, both included.",
            example = {"Random.int(3, 3) => 3", "Random.int(2, 1) => throws (\"Panic\", \"Random.int: empty range 2 to 1\")"})
    public static long between(long low, long high) {
        if (low > high) throw NostosException.panic("Random.int: empty range " + low + " to " + high);
        ThreadLocalRandom random = ThreadLocalRandom.current();
        if (high < Long.MAX_VALUE) return random.nextLong(low, high + 1);
        return low == Long.MIN_VALUE ? random.nextLong() : random.nextLong(low - 1, high) + 1;
    }

    @NostosFunction(name = "Random.float", type = "() -> Float", doc = "A number from 0 up to, but not including, 1.", example = "Random.float() < 1.0 => true")
    public static double fraction() { return ThreadLocalRandom.current().nextDouble(); }

    @NostosFunction(name = "Random.bool", type = "() -> Bool", doc = "True or false.",
            example = "{ coin = Random.bool(); coin || !coin } => true")
    public static boolean bool() { return ThreadLocalRandom.current().nextBoolean(); }

    @NostosFunction(name = "Random.choice", type = "List[a] -> a", complexity = "O(1) to O(n)", doc = "Some element of a list.",
            example = {"Random.choice([7]) => 7", "Random.choice([]) => throws (\"Panic\", \"Cannot choose from empty list\")"})
    public static Object choice(ListValue list) {
        if (list.isEmpty()) throw NostosException.panic("Cannot choose from empty list");
        return list.get(ThreadLocalRandom.current().nextInt(list.size()));
    }

    @NostosFunction(name = "Random.shuffle", type = "List[a] -> List[a]", complexity = "O(n)", doc = "The elements in some order (Fisher and Yates).",
            example = "Random.shuffle([1, 2, 3]).sort() => [1, 2, 3]")
    public static ListValue shuffle(ListValue list) {
        Object[] elements = list.toArray();
        for (int i = elements.length - 1; i > 0; i--) {
            int j = ThreadLocalRandom.current().nextInt(i + 1);
            Object moved = elements[i];
            elements[i] = elements[j];
            elements[j] = moved;
        }
        return ListValue.of(elements);
    }

    @NostosFunction(name = "Random.bytes", type = "Int -> List[Int]", complexity = "O(n)", doc = "Integers from 0 to 255.",
            example = "Random.bytes(3).length() => 3")
    public static ListValue bytes(long n) {
        var bytes = new byte[(int) Math.clamp(n, 0, Integer.MAX_VALUE - 8)];
        ThreadLocalRandom.current().nextBytes(bytes);
        return Bytes.list(bytes);
    }
}
