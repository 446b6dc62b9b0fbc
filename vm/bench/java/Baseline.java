/** The same work in plain Java, where that makes sense. Usage: java Baseline.java NAME */
public class Baseline {
    record Player(String name, long x, long y, long score) {}

    static long fib(long n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }

    static long tak(long x, long y, long z) {
        return y < x ? tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y)) : z;
    }

    static long ack(long m, long n) {
        if (m == 0) return n + 1;
        return n == 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1));
    }

    static long loop(long n) {
        long acc = 0;
        for (; n != 0; n--) acc = acc > n ? acc - n : acc + 3;
        return acc;
    }

    static long loopModulo(long n) {
        long acc = 0;
        for (; n != 0; n--) acc = (acc + n * 3) % 1000003;
        return acc;
    }

    static long mandelbrot(int size) {
        long total = 0;
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double cr = x * 3.0 / size - 2.0, ci = y * 2.0 / size - 1.0, zr = 0, zi = 0;
                int n = 100;
                while (n != 0 && zr * zr + zi * zi <= 4.0) {
                    double t = zr * zr - zi * zi + cr;
                    zi = 2.0 * zr * zi + ci;
                    zr = t;
                    n--;
                }
                total += n;
            }
        }
        return total;
    }

    static long move(Player p, long n) {
        for (; n != 0; n--) p = new Player(p.name, p.x + 1, p.y, p.score + n % 3);
        return p.score;
    }

    static Object work(String name) {
        return switch (name) {
            case "fib" -> fib(36);
            case "tak" -> tak(30, 20, 11);
            case "ackermann" -> ack(3, 10);
            case "tail_loop" -> loop(100_000_000);
            case "tail_loop_modulo" -> loopModulo(50_000_000);
            case "mandelbrot" -> mandelbrot(300);
            case "record_update" -> move(new Player("ada", 0, 0, 0), 10_000_000);
            default -> null;
        };
    }

    static void measure(String name) {
        for (int run = 0; run < 12; run++) {
            long start = System.nanoTime();
            Object result = work(name);
            System.out.println("run " + (System.nanoTime() - start) / 1e6 + " " + result);
        }
    }

    public static void main(String[] args) throws InterruptedException {
        var thread = new Thread(null, () -> measure(args[0]), "work", 1L << 30);
        thread.start();
        thread.join();
    }
}
