package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.value.Unit;
import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Plain network connections (chapter 3, section 14.1). Failures are errors of kind {@code tcp_error}. */
public final class TcpLibrary {
    private static final String ERROR = "tcp_error";
    private static final int MAX_READ = 1 << 20;

    private TcpLibrary() {}

    /** Sockets and listeners of a machine. */
    private static final class Connections {
        private final HandleTable<Closeable> open = new HandleTable<>(ERROR);
    }

    private static HandleTable<Closeable> connections(Process p) {
        return p.machine().service(Connections.class, Connections::new).open;
    }

    private static <T> T open(Process p, long handle, Class<T> kind) {
        Closeable resource = connections(p).get(handle);
        if (!kind.isInstance(resource)) throw new NostosException(ERROR, "Invalid handle");
        return kind.cast(resource);
    }

    private interface Task { Object run() throws IOException; }

    private static Object await(Process p, String doing, Task task) {
        return p.await(() -> {
            try {
                return task.run();
            } catch (IOException e) {
                throw new NostosException(ERROR, "IO error: TCP " + doing + " error: " + detail(e));
            }
        });
    }

    static String detail(IOException e) {
        return switch (e) {
            case ConnectException c when String.valueOf(c.getMessage()).contains("refused") -> "Connection refused (os error 111)";
            case UnknownHostException _ -> "failed to lookup address information: Name or service not known";
            default -> String.valueOf(e.getMessage()).contains("Address already in use") ? "Address already in use (os error 98)"
                    : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    private static Object register(Process p, Closeable resource) {
        return connections(p).add(p, resource);
    }

    @NostosFunction(name = "Tcp.connect", type = "String, Int -> Int", suspends = true, doc = "Connects to a host and port; gives a handle.",
            example = "Tcp.connect(\"127.0.0.1\", 1) => throws (\"tcp_error\", \"IO error: TCP connect error: Connection refused (os error 111)\")")
    public static Object connect(Process p, String host, long port) {
        return await(p, "connect", () -> {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(InetAddress.getByName(host), portNumber(port)));
            } catch (IOException e) {
                socket.close();
                throw e;
            }
            return register(p, socket);
        });
    }

    private static int portNumber(long port) {
        if (port < 0 || port > 0xffff) throw new NostosException(ERROR, "IO error: TCP error: invalid port " + port);
        return (int) port;
    }

    @NostosFunction(name = "Tcp.listen", type = "Int -> Int", suspends = true, doc = "Listens on a port of all interfaces; gives a handle.",
            example = "Tcp.close(Tcp.listen(0)) => ()")
    public static Object listen(Process p, long port) {
        int number = portNumber(port);
        return await(p, "listen", () -> register(p, new ServerSocket(number)));
    }

    @NostosFunction(name = "Tcp.accept", type = "Int -> Int", suspends = true, doc = "Waits for the next connection to a listener; gives its handle.",
            example = "Tcp.accept(0 - 1) => throws (\"tcp_error\", \"Invalid handle\")")
    public static Object accept(Process p, long listener) {
        ServerSocket server = open(p, listener, ServerSocket.class);
        return await(p, "accept", () -> register(p, server.accept()));
    }

    @NostosFunction(name = "Tcp.read", type = "Int, Int -> String", suspends = true, complexity = "O(bytes)",
            doc = "Up to that many bytes as text, as soon as there are some; empty when the other side has closed.",
            example = "Tcp.read(0 - 1, 10) => throws (\"tcp_error\", \"Invalid handle\")")
    public static Object read(Process p, long handle, long bytes) {
        Socket socket = open(p, handle, Socket.class);
        return await(p, "read", () -> {
            var buffer = new byte[(int) Math.clamp(bytes, 0, MAX_READ)];
            int n = socket.getInputStream().read(buffer);
            return n <= 0 ? "" : new String(Arrays.copyOf(buffer, n), StandardCharsets.UTF_8);
        });
    }

    @NostosFunction(name = "Tcp.write", type = "Int, String -> Int", suspends = true, complexity = "O(length of the text)",
            doc = "Sends a text; gives the number of bytes.",
            example = "Tcp.write(0 - 1, \"hi\") => throws (\"tcp_error\", \"Invalid handle\")")
    public static Object write(Process p, long handle, String text) {
        Socket socket = open(p, handle, Socket.class);
        return await(p, "write", () -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return (long) bytes.length;
        });
    }

    @NostosFunction(name = "Tcp.close", type = "Int -> ()", suspends = true, doc = "Closes a connection or a listener.",
            example = "Tcp.close(0 - 1) => throws (\"tcp_error\", \"Invalid handle\")")
    public static Object close(Process p, long handle) {
        Closeable resource = connections(p).remove(handle);
        return await(p, "close", () -> {
            resource.close();
            return Unit.UNIT;
        });
    }
}
