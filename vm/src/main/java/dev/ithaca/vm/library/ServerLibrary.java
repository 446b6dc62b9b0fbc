package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.value.Boxes;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.Tuple;
import dev.ithaca.vm.runtime.value.TypeNames;
import dev.ithaca.vm.runtime.value.Unit;
import java.io.IOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The HTTP server (chapter 3, section 13.2). Failures are errors of kind {@code io_error}. */
public final class ServerLibrary {
    /** How long to wait for a port that is being released. */
    private static final long RELEASE_NANOS = 2_000_000_000L;

    private ServerLibrary() {}

    private static WebServices services(Process p) { return WebServices.of(p); }

    @NostosFunction(name = "Server.bind", type = "Int -> Server", suspends = true,
            doc = "Listens for HTTP requests on a port of all interfaces; the server is closed when the calling process ends.",
            example = "{ server = Server.bind(0); Server.close(server) } => ()")
    public static Object bind(Process p, long port) {
        if (port < 0 || port > 0xffff) throw IoErrors.other("Failed to bind: invalid port " + port);
        return p.await(() -> {
            try {
                return services(p).servers().add(p, listen(p, (int) port));
            } catch (IOException e) {
                throw IoErrors.other("Failed to bind: " + TcpLibrary.detail(e));
            }
        });
    }

    /** The port of a process that was just killed is free as soon as its server is closed, which happens in the background. */
    private static WebServer listen(Process p, int port) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + RELEASE_NANOS;
        boolean last = false;
        while (true) {
            try {
                return new WebServer(p, port, services(p).requests());
            } catch (BindException taken) {
                // The server that had the port may have gone since the attempt: one more is made when there is none.
                if (last || System.nanoTime() > deadline) throw taken;
                last = !services(p).servers().exists(s -> s.port() == port && s.isAbandoned());
                Thread.sleep(1);
            }
        }
    }

    @NostosFunction(name = "Server._accept",
            type = "Server -> (Int, String, String, List[(String, String)], String, String, Bool)", suspends = true,
            doc = "Waits for a request: number, method, path, headers, body, query, whether it asks for a web socket.")
    public static Object accept(Process p, Object handle) {
        WebServer server = services(p).servers().get(Boxes.toInt(handle));
        return p.await(() -> {
            PendingRequest pending = server.accept();
            pending.entrustTo(p);
            HttpRequestReader.Request request = pending.request();
            int mark = request.target().indexOf('?');
            String path = mark < 0 ? request.target() : request.target().substring(0, mark);
            String query = mark < 0 ? "" : request.target().substring(mark + 1);
            return new Tuple(pending.id(), request.method(), path, pairs(request.headers()),
                    new String(request.body(), StandardCharsets.UTF_8), query, request.isWebSocket());
        });
    }

    @NostosFunction(name = "Server._entrust", type = "Int -> ()",
            doc = "Makes the calling process answer for a request: if it fails before there is a response, the client is told so.")
    public static void entrust(Process p, long request) {
        PendingRequest pending = services(p).requests().getOrNull(request);
        if (pending != null) pending.entrustTo(p);
    }

    static ListValue pairs(List<HttpRequestReader.Pair> pairs) {
        return ListValue.of(pairs.stream().map(pair -> new Tuple(pair.name(), pair.value())).toArray());
    }

    static List<HttpRequestReader.Pair> pairs(ListValue list) {
        List<HttpRequestReader.Pair> pairs = new ArrayList<>();
        for (Object pair : list) pairs.add(new HttpRequestReader.Pair((String) ((Tuple) pair).get(0), (String) ((Tuple) pair).get(1)));
        return pairs;
    }

    /** A body as programs give it: text, bytes, or unit for none. */
    static byte[] bytes(Object body) {
        return switch (body) {
            case String s -> s.getBytes(StandardCharsets.UTF_8);
            case ListValue list -> Bytes.fromList(list);
            case Unit _ -> new byte[0];
            default -> throw NostosException.typeError("String", TypeNames.of(body));
        };
    }

    @NostosFunction(name = "Server.respond", type = "Int, Int, List[(String, String)], b -> ()", complexity = "O(length of the body)",
            doc = "Answers a request with a status, headers and a body: a text, a list of bytes, or unit.",
            example = "Server.respond(0 - 1, 200, [], \"\") => throws (\"io_error\", \"Request not found or already responded\")")
    public static void respond(Process p, long request, long status, ListValue headers, Object body) {
        if (status < 100 || status > 999) throw IoErrors.other("Invalid status: " + status);
        PendingRequest pending = services(p).requests().removeOrNull(request);
        if (pending == null) throw new NostosException("io_error", "Request not found or already responded");
        pending.respond(new WebServer.Response((int) status, pairs(headers), bytes(body)));
    }

    @NostosFunction(name = "Server.close", type = "Server -> ()", suspends = true, doc = "Stops a server and frees its port.",
            example = "{ server = Server.bind(0); Server.close(server); Server.close(server) } => throws (\"io_error\", \"Invalid handle\")")
    public static Object close(Process p, Object handle) {
        WebServer server = services(p).servers().remove(Boxes.toInt(handle));
        return p.await(IoErrors.naming("server", () -> {
            server.close();
            return Unit.UNIT;
        }));
    }

    @NostosFunction(name = "Server.matchPath", type = "String, String -> List[(String, String)]", complexity = "O(n)",
            doc = "What the :name segments of a pattern stand for in a path; empty if the path does not fit.",
            example = {"Server.matchPath(\"/users/7\", \"/users/:id\") => [(\"id\", \"7\")]", "Server.matchPath(\"/a\", \"/b\") => []"})
    public static ListValue matchPath(String path, String pattern) {
        List<String> found = segments(path);
        List<String> wanted = segments(pattern);
        if (found.size() != wanted.size()) return ListValue.EMPTY;
        var bound = new ListValue.Builder();
        for (int i = 0; i < found.size(); i++) {
            if (wanted.get(i).startsWith(":")) bound.add(new Tuple(wanted.get(i).substring(1), found.get(i)));
            else if (!wanted.get(i).equals(found.get(i))) return ListValue.EMPTY;
        }
        return bound.build();
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/")) if (!segment.isEmpty()) segments.add(segment);
        return segments;
    }

    @NostosFunction(name = "Server._pairs", type = "String, String, Bool -> List[(String, String)]", complexity = "O(n)",
            doc = "Names and values of a query, a form or cookies: the text, what separates them, whether to decode and not to trim.")
    public static ListValue namesAndValues(String text, String separator, boolean decode) {
        var pairs = new ListValue.Builder();
        for (Object part : StringLibrary.split(text, separator)) {
            String pair = (String) part;
            if (pair.isBlank()) continue;
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            pairs.add(decode ? new Tuple(decoded(name), decoded(value)) : new Tuple(name.trim(), value.trim()));
        }
        return pairs.build();
    }

    private static String decoded(String text) {
        Tuple result = EncodingLibrary.urlDecode(text);
        return result.get(0).equals("ok") ? (String) result.get(1) : text;
    }

    @NostosFunction(name = "Server._isForm", type = "List[(String, String)] -> Bool", complexity = "O(number of headers)",
            doc = "Whether headers say that the body is a form.")
    public static boolean isForm(ListValue headers) {
        for (HttpRequestReader.Pair header : pairs(headers)) {
            if (header.name().equals("content-type")) {
                return header.value().toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
            }
        }
        return false;
    }
}
