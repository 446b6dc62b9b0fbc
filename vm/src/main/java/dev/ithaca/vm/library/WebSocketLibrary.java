package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.value.Boxes;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.Unit;
import java.io.IOException;

/** Web sockets (chapter 3, section 14.2). Failures are errors of kind {@code websocket_error}. */
public final class WebSocketLibrary {
    private WebSocketLibrary() {}

    private static HandleTable<WebSocketConnection> sockets(Process p) { return WebServices.of(p).sockets(); }

    private static NostosException error(String text) { return new NostosException(WebSocketConnection.ERROR, text); }

    private static Object register(Process p, WebSocketConnection connection) {
        return sockets(p).add(p, connection);
    }

    @NostosFunction(name = "WebSocket.accept", type = "Int -> WebSocket", suspends = true,
            doc = "Makes a web socket of a request that asks for one.",
            example = "WebSocket.accept(0 - 1) => throws (\"websocket_error\", \"Request not found or not a WebSocket request\")")
    public static Object accept(Process p, long request) {
        HandleTable<PendingRequest> requests = WebServices.of(p).requests();
        PendingRequest pending = requests.getOrNull(request);
        if (pending == null || !pending.request().isWebSocket()) throw error("Request not found or not a WebSocket request");
        requests.removeOrNull(request);
        return p.await(() -> {
            try {
                return register(p, WebSocketHandshake.accept(pending));
            } catch (IOException e) {
                throw error("IO error: WebSocket upgrade failed: " + TcpLibrary.detail(e));
            }
        });
    }

    @NostosFunction(name = "WebSocket.connect", type = "String -> WebSocket", suspends = true, doc = "Connects to a ws:// or wss:// address.",
            example = "WebSocket.connect(\"ws://127.0.0.1:1/\") => throws (\"websocket_error\", \"IO error: WebSocket connect failed: Connection refused (os error 111)\")")
    public static Object connect(Process p, String url) { return connect(p, url, ListValue.EMPTY); }

    @NostosFunction(name = "WebSocket.connectWithHeaders", type = "String, List[(String, String)] -> WebSocket", suspends = true,
            doc = "Connects to an address with further headers in the opening request.",
            example = "WebSocket.connectWithHeaders(\"ws://127.0.0.1:1/\", [(\"X-Kind\", \"demo\")]) => throws (\"websocket_error\", \"IO error: WebSocket connect failed: Connection refused (os error 111)\")")
    public static Object connect(Process p, String url, ListValue headers) {
        return p.await(() -> register(p, WebSocketHandshake.connect(url, ServerLibrary.pairs(headers))));
    }

    private static WebSocketConnection open(Process p, long handle, String missing) {
        WebSocketConnection connection = sockets(p).getOrNull(handle);
        if (connection == null) throw error(missing);
        return connection;
    }

    @NostosFunction(name = "WebSocket.send", type = "WebSocket, String -> ()", suspends = true, complexity = "O(length of the text)", doc = "Sends a text.",
            example = "WebSocket.send(WebSocket.connect(\"ws://127.0.0.1:1/\"), \"hi\") => throws (\"websocket_error\", \"IO error: WebSocket connect failed: Connection refused (os error 111)\")")
    public static Object send(Process p, Object socket, String text) {
        return send(p, Boxes.toInt(socket), text, "IO error: WebSocket connection not found");
    }

    private static Object send(Process p, long handle, String text, String missing) {
        WebSocketConnection connection = open(p, handle, missing);
        return p.await(() -> {
            connection.send(text);
            return Unit.UNIT;
        });
    }

    @NostosFunction(name = "WebSocket.recv", type = "WebSocket -> String", suspends = true, doc = "Waits for the next message; an error when the socket is closed.",
            example = "WebSocket.recv(WebSocket.connect(\"ws://127.0.0.1:1/\")) => throws (\"websocket_error\", \"IO error: WebSocket connect failed: Connection refused (os error 111)\")")
    public static Object receive(Process p, Object socket) {
        WebSocketConnection connection = open(p, Boxes.toInt(socket), "IO error: WebSocket closed");
        return p.await(connection::receive);
    }

    @NostosFunction(name = "WebSocket.close", type = "WebSocket -> ()", suspends = true, doc = "Closes a web socket; a second time does nothing.",
            example = "WebSocket.close(WebSocket.connect(\"ws://127.0.0.1:1/\")) => throws (\"websocket_error\", \"IO error: WebSocket connect failed: Connection refused (os error 111)\")")
    public static Object close(Process p, Object socket) {
        WebSocketConnection connection = sockets(p).removeOrNull(Boxes.toInt(socket));
        if (connection == null) return p.await(() -> Unit.UNIT);
        return p.await(() -> {
            try {
                connection.close();
            } catch (IOException alreadyGone) {
                // The other side was faster; the socket is closed either way.
                return Unit.UNIT;
            }
            return Unit.UNIT;
        });
    }

    @NostosFunction(name = "WebSocket._writer", type = "WebSocket -> Int", doc = "A number by which any process can send to a web socket.")
    public static long writer(Process p, Object socket) {
        return sockets(p).add(p, open(p, Boxes.toInt(socket), "IO error: WebSocket connection not found"));
    }

    @NostosFunction(name = "WebSocket._number", type = "WebSocket -> Int", doc = "The number behind a web socket.")
    public static long number(Object socket) { return Boxes.toInt(socket); }

    @NostosFunction(name = "WebSocket.sendShared", type = "Int, String -> ()", suspends = true, complexity = "O(length of the text)",
            doc = "Sends a text by writer number, from any process.",
            example = "WebSocket.sendShared(0 - 1, \"\") => throws (\"websocket_error\", \"IO error: WebSocket writer not found\")")
    public static Object sendShared(Process p, long writer, String text) {
        return send(p, writer, text, "IO error: WebSocket writer not found");
    }
}
