package dev.ithaca.monitor.support;

import dev.ithaca.vm.Nostos;
import dev.ithaca.vm.NostosCompiler;
import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.VmOptions;
import dev.ithaca.vm.syntax.SourceFile;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/** Runs programs in Nostos for the monitor to look at. */
public final class RealMachine {
    /** Two processes that wait for a message from each other, and main. */
    public static final String RING = """
            meet() -> Int = receive { p -> wait(p) }
            wait(peer: Pid) -> Int = receive { (^peer, n) -> n }
            main() = {
                a = spawn { meet() }
                b = spawn { meet() }
                a <- b
                b <- a
                receive { "end" -> 0 after 1000000000 -> 0 }
            }
            """;

    /** A web server, whose processes the library starts, and a process of the program. */
    public static final String SHOP = """
            idle() = receive { "stop" -> () }
            main() = {
                stdlib.rweb.startRWebWithRoutesBackground(0, "Shop", path => None, path => None)
                spawn { idle() }
                receive { "stop" -> () }
            }
            """;

    /** A bank with a teller, accounts of which some are stuck, a linked pair, a busy process and one that crashes. */
    public static final String BANK = """
            type Msg = Deposit(Int) | Withdraw(Int) | Balance

            account(owner: String, balance: Int) -> Int = receive {
                Deposit(n) when n > 0 -> account(owner, balance + n)
                Withdraw(n) when n <= balance -> account(owner, balance - n)
                "close" -> balance
            }

            teller(accounts, served: Int) -> Int = {
                accounts.map(a => { a <- Deposit(served + 1) })
                sleep(50)
                teller(accounts, served + 1)
            }

            spin(n: Int) -> Int = spin(n + 1)

            ratio(a: Int, b: Int) -> Int = a / b

            pair() = {
                spawn_link { account("linked", 0) }
                account("linking", 0)
            }

            main() = {
                accounts = range(0, 5).map(i => spawn { account("owner " ++ show(i), 100 * i) })
                accounts.map(a => { a <- Balance })
                spawn { teller(accounts, 0) }
                spawn { pair() }
                spawn { spin(0) }
                spawn { ratio(1, 0) }
                receive { "stop" -> 0 }
            }
            """;

    /** The bank among many processes that wait for ever, some of them children of nests. */
    public static String crowdedBank(int idle, int nests, int perNest) {
        return BANK.replace("main() = {", """
                idle() = receive { "stop" -> () }
                crowd(n: Int) -> Int = if n == 0 then 0 else { spawn { idle() }; crowd(n - 1) }
                nest(n: Int) = {
                    crowd(n)
                    idle()
                }
                nests(n: Int) -> Int = if n == 0 then 0 else { spawn { nest(%d) }; nests(n - 1) }
                main() = {
                    crowd(%d)
                    nests(%d)""".formatted(perNest, idle, nests));
    }

    private final NostosCompiler compiler = Nostos.compiler();

    /** Many processes that wait for ever, so many that are busy, and main. */
    public static String population(int idle, int busy) {
        return """
                idle(n: Int) = receive { "stop" -> n }
                spin(n: Int) -> Int = spin(n + 1)
                start(n: Int) -> Int = if n == 0 then 0 else { spawn { idle(n) }; start(n - 1) }
                busy(n: Int) -> Int = if n == 0 then 0 else { spawn { spin(0) }; busy(n - 1) }
                main() = {
                    start(%d)
                    busy(%d)
                    receive { "stop" -> 0 after 1000000000 -> 0 }
                }
                """.formatted(idle, busy);
    }

    public VirtualMachine start(String text) { return start(text, 2); }

    public VirtualMachine start(String text, int workers) {
        var compilation = compiler.compile(ProgramSource.single(new SourceFile("main.nos", text)));
        var silent = new PrintStream(OutputStream.nullOutputStream());
        return compilation.program().orElseThrow(() -> new AssertionError("does not compile: " + compilation))
                .start(VmOptions.standard().withWorkers(workers).withStreams(InputStream.nullInputStream(), silent, silent));
    }
}
