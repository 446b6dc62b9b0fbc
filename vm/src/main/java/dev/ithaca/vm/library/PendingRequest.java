package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.Process;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;

/**
 * A request that waits for its response. A process answers for it, at first the one that accepted it: should that one fail
 * before there is a response, the client gets status 500 rather than wait for ever.
 */
final class PendingRequest implements AutoCloseable {
    private final long id;
    private final HttpRequestReader.Request request;
    private final Socket socket;
    private final InputStream in;
    private final Phaser sending;
    private final HandleTable<PendingRequest> requests;
    private final CompletableFuture<WebServer.Answer> answer = new CompletableFuture<>();
    private Process answering;

    /**
     * @param sending the server is not closed before the responses announced here are sent
     * @param requests where it is known by its number until it is answered
     */
    PendingRequest(long id, HttpRequestReader.Request request, Socket socket, InputStream in, Phaser sending,
                   HandleTable<PendingRequest> requests) {
        this.id = id;
        this.request = request;
        this.socket = socket;
        this.in = in;
        this.sending = sending;
        this.requests = requests;
    }

    long id() { return id; }

    HttpRequestReader.Request request() { return request; }

    Socket socket() { return socket; }

    InputStream in() { return in; }

    CompletableFuture<WebServer.Answer> answer() { return answer; }

    /** From now on this process answers for it. */
    synchronized void entrustTo(Process p) {
        if (answering != null) answering.disown(this);
        answering = p;
        p.own(this);
    }

    private synchronized void settle() {
        if (answering != null) answering.disown(this);
        answering = null;
    }

    /** Has the response sent. */
    void respond(WebServer.Response response) {
        settle();
        sending.register();
        answer.complete(new WebServer.Answer(response));
    }

    /** The connection is no longer the server's. */
    void handOver() {
        settle();
        answer.complete(new WebServer.Answer(null));
    }

    /** The process that answers for it has ended: one that ended in peace may have left the response to another. */
    @Override public void close() {
        synchronized (this) {
            if (answering == null || !answering.hasFailed()) return;
        }
        if (requests.removeOrNull(id) != null) {
            respond(new WebServer.Response(500, List.of(new HttpRequestReader.Pair("Content-Type", "text/plain")),
                    "Internal Server Error".getBytes(StandardCharsets.UTF_8)));
        }
    }
}
