package dev.ithaca.vm.library;

import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.value.ListValue;
import dev.ithaca.vm.runtime.value.Tuple;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** The HTTP client (chapter 3, section 13.1). Failures are errors of kind {@code io_error}. */
public final class HttpLibrary {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD");

    private HttpLibrary() {}

    @NostosFunction(name = "Http._request", type = "String, String, List[(String, String)], b -> (Int, List[(String, String)], String)",
            suspends = true, complexity = "O(length of the bodies)", doc = "Sends a request: status, headers and body of the response.")
    public static Object request(Process p, String method, String url, ListValue headers, Object body) {
        String verb = method.toUpperCase(Locale.ROOT);
        if (!METHODS.contains(verb)) throw NostosException.panic("Unknown HTTP method: " + method);
        HttpRequest request = build(verb, url, headers, ServerLibrary.bytes(body));
        return p.await(() -> {
            try {
                return result(WebServices.of(p).client().send(request, HttpResponse.BodyHandlers.ofByteArray()));
            } catch (ConnectException e) {
                throw new NostosException("io_error", "Connection failed: " + connectionProblem(e));
            } catch (HttpTimeoutException e) {
                throw new NostosException("io_error", "Operation timed out");
            } catch (IOException e) {
                throw new NostosException("io_error", "HTTP error: " + TcpLibrary.detail(e));
            }
        });
    }

    /** The client says nothing about a refused connection, and wraps the name of an unknown host. */
    private static String connectionProblem(ConnectException e) {
        if (e.getCause() instanceof UnresolvedAddressException || e.getCause() != null && e.getCause().getCause() instanceof UnresolvedAddressException) {
            return "failed to lookup address information: Name or service not known";
        }
        return e.getMessage() == null ? "Connection refused (os error 111)" : TcpLibrary.detail(e);
    }

    private static HttpRequest build(String method, String url, ListValue headers, byte[] body) {
        try {
            var builder = HttpRequest.newBuilder(URI.create(url));
            for (HttpRequestReader.Pair header : ServerLibrary.pairs(headers)) builder.header(header.name(), header.value());
            return builder.method(method, body.length == 0 ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body)).build();
        } catch (IllegalArgumentException e) {
            throw new NostosException("io_error", "HTTP error: builder error");
        }
    }

    private static Tuple result(HttpResponse<byte[]> response) {
        var headers = new ListValue.Builder();
        response.headers().map().forEach((name, values) -> {
            if (!name.startsWith(":")) for (String value : values) headers.add(new Tuple(name.toLowerCase(Locale.ROOT), value));
        });
        return new Tuple((long) response.statusCode(), headers.build(), new String(response.body(), StandardCharsets.UTF_8));
    }
}
