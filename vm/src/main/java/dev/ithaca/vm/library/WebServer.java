package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.value.Pid;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A listening HTTP/1.1 server: one virtual thread accepts connections, one per connection reads a request, hands it to
 * whoever accepts requests and waits for the response. A connection that becomes a web socket leaves the server's hands.
 */
final class WebServer implements AutoCloseable {
    private static final long POLL_MILLIS = 200;
    /** How long closing waits for clients that take their responses slowly. */
    private static final long SENDING_MILLIS = 2_000;

    /** What happens to a connection after a request: a response is sent, or, for null, the connection is taken over. */
    record Answer(Response response) {}

    record Response(int status, List<HttpRequestReader.Pair> headers, byte[] body) {}

    private final Process owner;
    private final ServerSocket listener;
    private final HandleTable<PendingRequest> requests;
    private final LinkedBlockingQueue<PendingRequest> waiting = new LinkedBlockingQueue<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    /** Responses on their way, and the server itself. */
    private final Phaser sending = new Phaser(1);
    private volatile boolean closed;

    /**
     * @param owner whose end closes the server
     * @param requests where requests get their numbers
     */
    WebServer(Process owner, int port, HandleTable<PendingRequest> requests) throws IOException {
        this.owner = owner;
        this.requests = requests;
        listener = new ServerSocket();
        listener.setReuseAddress(true);
        listener.bind(new InetSocketAddress(port));
        Thread.ofVirtual().name("nostos-server-", port).start(this::acceptConnections);
    }

    int port() { return listener.getLocalPort(); }

    /** Whether it is closed or about to be, because its owner has ended. */
    boolean isAbandoned() { return closed || !owner.machine().control().isAlive(new Pid(owner.id())); }

    /** Waits for the next request. */
    PendingRequest accept() throws InterruptedException {
        while (true) {
            PendingRequest next = waiting.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
            if (next != null) return next;
            if (closed) throw new NostosException("io_error", "Server closed");
        }
    }

    @Override public void close() throws IOException, InterruptedException {
        closed = true;
        listener.close();
        try {
            sending.awaitAdvanceInterruptibly(sending.arriveAndDeregister(), SENDING_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // Whoever has not taken a response by now does without.
            sending.forceTermination();
        }
        for (Socket connection : connections) connection.close();
    }

    private void acceptConnections() {
        while (!closed) {
            try {
                Socket connection = listener.accept();
                connections.add(connection);
                // Closing the server does not see a connection that came in meanwhile; whoever made it would wait for ever.
                if (closed) quietlyClose(connection);
                Thread.ofVirtual().name("nostos-connection").start(() -> serve(connection));
            } catch (IOException e) {
                // The listener was closed, or one connection failed before it began.
                if (listener.isClosed()) return;
            }
        }
    }

    private void serve(Socket connection) {
        boolean takenOver = false;
        try {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            var reader = new HttpRequestReader(in);
            while (true) {
                HttpRequestReader.Request request = reader.next();
                if (request == null) return;
                PendingRequest pending = requests.add(number -> new PendingRequest(number, request, connection, in, sending, requests));
                waiting.add(pending);
                Answer given = pending.answer().join();
                takenOver = given.response == null;
                if (takenOver) return;
                try {
                    write(connection.getOutputStream(), request, given.response);
                } finally {
                    sending.arriveAndDeregister();
                }
                if (!request.keepsAlive()) return;
            }
        } catch (IOException e) {
            // A client that breaks off or does not speak HTTP loses its connection; nobody else is concerned.
            return;
        } finally {
            connections.remove(connection);
            if (!takenOver) quietlyClose(connection);
        }
    }

    private static void quietlyClose(Socket connection) {
        try {
            connection.close();
        } catch (IOException alreadyGone) {
            return;
        }
    }

    private static void write(OutputStream out, HttpRequestReader.Request request, Response response) throws IOException {
        var head = new StringBuilder("HTTP/1.1 ").append(response.status).append(' ').append(reason(response.status)).append("\r\n");
        boolean dated = false;
        for (HttpRequestReader.Pair header : response.headers) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (name.equals("content-length") || name.equals("transfer-encoding")) continue;
            dated |= name.equals("date");
            head.append(header.name()).append(": ").append(clean(header.value())).append("\r\n");
        }
        if (!dated) {
            head.append("Date: ").append(DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC))).append("\r\n");
        }
        head.append("Content-Length: ").append(response.body.length).append("\r\n");
        if (!request.keepsAlive()) head.append("Connection: close\r\n");
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        if (!request.method().equals("HEAD")) out.write(response.body);
        out.flush();
    }

    /** A header value may not end the header. */
    private static String clean(String value) { return value.replace("\r", "").replace("\n", ""); }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 204 -> "No Content";
            case 301 -> "Moved Permanently";
            case 302 -> "Found";
            case 304 -> "Not Modified";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 500 -> "Internal Server Error";
            case 503 -> "Service Unavailable";
            default -> "Status";
        };
    }
}
