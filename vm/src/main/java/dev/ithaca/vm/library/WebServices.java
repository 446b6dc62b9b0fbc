package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.Process;
import java.net.http.HttpClient;
import java.util.concurrent.Executors;

/** The web side of a machine: servers, requests under way, web sockets, and the client. */
final class WebServices {
    private final HandleTable<WebServer> servers = new HandleTable<>("io_error");
    private final HandleTable<PendingRequest> requests = new HandleTable<>("io_error");
    private final HandleTable<WebSocketConnection> sockets = new HandleTable<>("websocket_error");
    private HttpClient client;

    static WebServices of(Process p) { return p.machine().service(WebServices.class, WebServices::new); }

    HandleTable<WebServer> servers() { return servers; }

    HandleTable<PendingRequest> requests() { return requests; }

    HandleTable<WebSocketConnection> sockets() { return sockets; }

    /** Made when it is first needed; keeps connections open for reuse. */
    synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NORMAL)
                    .executor(Executors.newVirtualThreadPerTaskExecutor()).build();
        }
        return client;
    }
}
