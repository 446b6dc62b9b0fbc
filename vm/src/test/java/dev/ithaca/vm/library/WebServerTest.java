package dev.ithaca.vm.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WebServerTest {
    private static final int PATIENCE_MILLIS = 60_000;

    /** Connections come in while the server closes: each is refused or closed, none is kept waiting. */
    @Test void a_closing_server_leaves_no_client_waiting() throws Exception {
        for (int round = 0; round < 500; round++) {
            var server = new WebServer(null, 0, new HandleTable<>("io_error"));
            int port = server.port();
            var closing = new CountDownLatch(1);
            Thread closer = Thread.ofPlatform().start(() -> {
                closing.countDown();
                try {
                    server.close();
                } catch (IOException | InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            closing.await();
            assertThat(answer(port)).isEmpty();
            closer.join();
        }
    }

    private static String answer(int port) throws IOException {
        try (var client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            client.setSoTimeout(PATIENCE_MILLIS);
            client.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            InputStream in = client.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (SocketTimeoutException e) {
            return "nothing within " + PATIENCE_MILLIS + " ms";
        } catch (SocketException refusedOrReset) {
            return "";
        }
    }
}
