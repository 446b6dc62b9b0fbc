package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.NostosException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;

/** The opening of web sockets, by HTTP requests that ask for an upgrade. */
final class WebSocketHandshake {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final int MAX_HEAD = 1 << 16;

    private WebSocketHandshake() {}

    private static NostosException failed(String detail) {
        return new NostosException(WebSocketConnection.ERROR, "IO error: WebSocket connect failed: " + detail);
    }

    /** Connects to a {@code ws://} or {@code wss://} address. */
    static WebSocketConnection connect(String url, List<HttpRequestReader.Pair> headers) {
        URI address = address(url);
        for (HttpRequestReader.Pair header : headers) {
            if (!TOKEN.matcher(header.name()).matches()) throw failed("invalid header name '" + header.name() + "': invalid HTTP header name");
            if (header.value().contains("\n") || header.value().contains("\r")) {
                throw failed("invalid header value for '" + header.name() + "': failed to parse header value");
            }
        }
        Socket socket = null;
        try {
            boolean secure = "wss".equals(address.getScheme());
            int port = address.getPort() >= 0 ? address.getPort() : secure ? 443 : 80;
            socket = secure ? SSLSocketFactory.getDefault().createSocket(address.getHost(), port) : new Socket(address.getHost(), port);
            return upgrade(socket, address, headers);
        } catch (IOException e) {
            close(socket);
            throw failed(TcpLibrary.detail(e));
        } catch (NostosException e) {
            close(socket);
            throw e;
        }
    }

    private static URI address(String url) {
        try {
            URI address = URI.create(url);
            if (address.getHost() != null && ("ws".equals(address.getScheme()) || "wss".equals(address.getScheme()))) return address;
        } catch (IllegalArgumentException e) {
            throw failed("URL error: " + e.getMessage());
        }
        throw failed("URL error: " + url + " is not a ws:// or wss:// address");
    }

    private static void close(Socket socket) {
        try {
            if (socket != null) socket.close();
        } catch (IOException alreadyGone) {
            return;
        }
    }

    private static WebSocketConnection upgrade(Socket socket, URI address, List<HttpRequestReader.Pair> headers) throws IOException {
        var nonce = new byte[16];
        new SecureRandom().nextBytes(nonce);
        String key = Base64.getEncoder().encodeToString(nonce);
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String host = address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
        var request = new StringBuilder("GET " + path + query + " HTTP/1.1\r\nHost: " + host
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + key + "\r\n");
        for (HttpRequestReader.Pair header : headers) request.append(header.name()).append(": ").append(header.value()).append("\r\n");
        OutputStream out = socket.getOutputStream();
        out.write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
        InputStream in = new BufferedInputStream(socket.getInputStream());
        String head = head(in);
        String status = head.substring(0, head.indexOf('\r')).replaceFirst("HTTP/1\\.[01] ", "");
        if (!status.startsWith("101")) throw failed("HTTP error: " + status);
        if (!head.contains(WebSocketConnection.acceptKey(key))) throw failed("the server's key does not match");
        return new WebSocketConnection(socket, in, true);
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0 || head.size() == MAX_HEAD) throw new IOException("Handshake not finished");
            head.write(b);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** Answers a client that asked for an upgrade; the connection leaves its server's hands. */
    static WebSocketConnection accept(PendingRequest pending) throws IOException {
        String key = WebSocketConnection.acceptKey(pending.request().header("sec-websocket-key"));
        String response = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " + key + "\r\n\r\n";
        var connection = new WebSocketConnection(pending.socket(), pending.in(), false);
        pending.socket().getOutputStream().write(response.getBytes(StandardCharsets.ISO_8859_1));
        pending.socket().getOutputStream().flush();
        pending.handOver();
        return connection;
    }
}
