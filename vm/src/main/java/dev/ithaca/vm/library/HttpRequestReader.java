package dev.ithaca.vm.library;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads HTTP/1.1 requests from a connection. */
final class HttpRequestReader {
    private static final int MAX_LINE = 1 << 16;
    private static final int MAX_HEADERS = 200;
    private static final int MAX_BODY = 1 << 27;

    /** A name and a value. */
    record Pair(String name, String value) {}

    /** @param target path and query as sent */
    record Request(String method, String target, String version, List<Pair> headers, byte[] body) {
        /** The first value of a header, by its lower-case name; empty if it is absent. */
        String header(String name) {
            for (Pair header : headers) if (header.name.equals(name)) return header.value;
            return "";
        }

        boolean keepsAlive() {
            String connection = header("connection").toLowerCase(Locale.ROOT);
            return version.equals("HTTP/1.0") ? connection.contains("keep-alive") : !connection.contains("close");
        }

        boolean isWebSocket() {
            return header("upgrade").equalsIgnoreCase("websocket") && header("connection").toLowerCase(Locale.ROOT).contains("upgrade");
        }
    }

    private final InputStream in;

    HttpRequestReader(InputStream in) { this.in = in; }

    /** The next request; null at the end of the connection. Fails for what is not HTTP. */
    Request next() throws IOException {
        String line = line();
        while (line != null && line.isEmpty()) line = line();
        if (line == null) return null;
        String[] parts = line.split(" ");
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) throw new IOException("bad request line");
        List<Pair> headers = headers();
        Request head = new Request(parts[0], parts[1], parts[2], headers, new byte[0]);
        byte[] body = head.header("transfer-encoding").equalsIgnoreCase("chunked") ? chunked() : sized(head.header("content-length"));
        return new Request(parts[0], parts[1], parts[2], headers, body);
    }

    private List<Pair> headers() throws IOException {
        List<Pair> headers = new ArrayList<>();
        for (String line = line(); line != null && !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon <= 0 || headers.size() == MAX_HEADERS) throw new IOException("bad headers");
            headers.add(new Pair(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim()));
        }
        return headers;
    }

    private byte[] sized(String length) throws IOException {
        if (length.isEmpty()) return new byte[0];
        if (!length.matches("[0-9]{1,9}")) throw new IOException("bad length");
        return exactly(Integer.parseInt(length));
    }

    private byte[] exactly(int n) throws IOException {
        if (n > MAX_BODY) throw new IOException("body too large");
        byte[] bytes = in.readNBytes(n);
        if (bytes.length < n) throw new IOException("connection ended within a body");
        return bytes;
    }

    private byte[] chunked() throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            String size = line();
            if (size == null || !size.matches("[0-9a-fA-F]{1,7}(;.*)?")) throw new IOException("bad chunk");
            int n = Integer.parseInt(size.split(";")[0], 16);
            if (n == 0) break;
            if (body.size() + n > MAX_BODY) throw new IOException("body too large");
            body.write(exactly(n));
            line();
        }
        headers();
        return body.toByteArray();
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) return line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
            if (line.size() == MAX_LINE) throw new IOException("line too long");
            if (b != '\r') line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
