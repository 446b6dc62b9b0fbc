package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.NostosException;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** An open web socket, client or server side: frames of RFC 6455. Sends from several threads do not mix. */
final class WebSocketConnection implements AutoCloseable {
    static final String ERROR = "websocket_error";
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int MAX_MESSAGE = 1 << 26;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    /** Clients mask what they send. */
    private final boolean client;
    private final SecureRandom random = new SecureRandom();
    private boolean closed;

    WebSocketConnection(Socket socket, InputStream in, boolean client) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(in);
        out = socket.getOutputStream();
        this.client = client;
    }

    /** What a server answers to a client's key. */
    static String acceptKey(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    private static NostosException error(String text) { return new NostosException(ERROR, "IO error: " + text); }

    void send(String text) {
        try {
            frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw error("WebSocket connection not found");
        }
    }

    private synchronized void frame(int opcode, byte[] payload) throws IOException {
        if (closed) throw new IOException("closed");
        var frame = new ByteArrayOutputStream(payload.length + 14);
        frame.write(FINAL | opcode);
        int mask = client ? MASKED : 0;
        if (payload.length < 126) {
            frame.write(mask | payload.length);
        } else if (payload.length < 1 << 16) {
            frame.write(mask | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.write(mask | 127);
            for (int shift = 56; shift >= 0; shift -= 8) frame.write((int) ((long) payload.length >> shift));
        }
        if (client) {
            var key = new byte[4];
            random.nextBytes(key);
            frame.writeBytes(key);
            for (int i = 0; i < payload.length; i++) frame.write(payload[i] ^ key[i & 3]);
        } else {
            frame.writeBytes(payload);
        }
        out.write(frame.toByteArray());
        out.flush();
    }

    /** The next message as text; pings and pongs are empty texts. */
    String receive() {
        var message = new ByteArrayOutputStream();
        try {
            while (true) {
                int first = in.readUnsignedByte();
                byte[] payload = payload();
                int opcode = first & 15;
                switch (opcode) {
                    case CLOSE -> {
                        close();
                        throw error("WebSocket closed");
                    }
                    case PING -> {
                        frame(PONG, payload);
                        return "";
                    }
                    case PONG -> {
                        return "";
                    }
                    default -> {
                        if (opcode != CONTINUATION) message.reset();
                        message.write(payload);
                        if (message.size() > MAX_MESSAGE) throw new IOException("message too large");
                        if ((first & FINAL) != 0) return message.toString(StandardCharsets.UTF_8);
                    }
                }
            }
        } catch (EOFException e) {
            throw error("WebSocket connection closed");
        } catch (IOException e) {
            throw error(closed() ? "WebSocket closed" : "WebSocket connection closed");
        }
    }

    private synchronized boolean closed() { return closed; }

    private byte[] payload() throws IOException {
        int second = in.readUnsignedByte();
        long length = second & 127;
        if (length == 126) length = in.readUnsignedShort();
        else if (length == 127) length = in.readLong();
        if (length < 0 || length > MAX_MESSAGE) throw new IOException("message too large");
        var key = new byte[4];
        if ((second & MASKED) != 0) in.readFully(key);
        var payload = new byte[(int) length];
        in.readFully(payload);
        for (int i = 0; i < payload.length; i++) payload[i] ^= key[i & 3];
        return payload;
    }

    /** Says goodbye and closes; a second time does nothing. */
    @Override public void close() throws IOException {
        synchronized (this) {
            if (closed) return;
            try {
                frame(CLOSE, new byte[0]);
            } finally {
                closed = true;
                socket.close();
            }
        }
    }
}
