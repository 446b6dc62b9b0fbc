package dev.ithaca.vm.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.Compilation;
import dev.ithaca.vm.Nostos;
import dev.ithaca.vm.Outcome;
import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.VirtualMachine;
import dev.ithaca.vm.VmOptions;
import dev.ithaca.vm.syntax.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The servers of reactive pages, with a client in the same program. */
class PageServersTest {
    /** Asks until the server listens. */
    private static final String CLIENT = """
            use stdlib.rhtml.*
            use stdlib.rweb.*
            use stdlib.rhttp_server.*
            reactive Counter = { n: Int }
            port() = PORT
            url(path) = "http://127.0.0.1:" ++ show(port()) ++ path
            ask(path, tries) = try { Http.get(url(path)) } catch { e -> if tries == 0 then throw(e) else { sleep(20)
                ask(path, tries - 1) } }
            socket(path, tries) = try { WebSocket.connect("ws://127.0.0.1:" ++ show(port()) ++ path) } catch { e -> if tries == 0 then throw(e) else { sleep(20)
                socket(path, tries - 1) } }
            """;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    /** What main returns. */
    private String run(String program) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        SourceFile file = new SourceFile("pages.nos", (CLIENT + program).replace("PORT", String.valueOf(port)));
        Compilation compiled = Nostos.compiler().compile(ProgramSource.single(file));
        assertThat(compiled.diagnostics().stream().filter(d -> d.isError()).map(d -> d.message())).isEmpty();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        VmOptions options = VmOptions.standard().withWorkers(2).withStreams(InputStream.nullInputStream(), out, out);
        try (VirtualMachine machine = compiled.program().orElseThrow().start(options)) {
            Outcome outcome = machine.outcome().orTimeout(60, TimeUnit.SECONDS).join();
            assertThat(outcome.report()).isNull();
            return outcome.result();
        }
    }

    private String printed() { return printed.toString(StandardCharsets.UTF_8); }

    @Test void actions_over_the_socket_change_components() throws IOException {
        String result = run("""
                setup(writer, cookies) = {
                    counter = Counter(0)
                    (() => RHtml(div([h1("Shop"), component("count", () => RHtml(span(show(counter.n))))])),
                        (name, params) => if name == "add" then { counter.n = counter.n + params.get("by").toInt().unwrapOr(1) } else throw("no " ++ name))
                }
                main() = {
                    server = spawn { startRWeb(port(), "A & B", setup) }
                    page = ask("/", 500)
                    ws = socket("/ws", 500)
                    ws.send("{\\"action\\":\\"add\\",\\"params\\":{\\"by\\":\\"5\\"}}")
                    first = ws.recv()
                    ws.send("no Json")
                    ws.send("{\\"action\\":\\"leave\\"}")
                    ws.send("{\\"action\\":\\"add\\",\\"params\\":{\\"by\\":2}}")
                    second = ws.recv()
                    ws.close()
                    (page.body.contains("<title>A &amp; B</title>"), page.body.contains("<span>0</span>"), first, second.contains("<span>7</span>"),
                        Http.get(url("/none")).status, Process.kill(server))
                }
                """);
        assertThat(result).isEqualTo("(true, true, \"{\"type\":\"update\",\"component\":\"count\",\"html\":\"<div id=\\\"count\\\" data-component=\\\"true\\\"><span>5</span></div>\"}\", true, 404, true)");
        assertThat(printed()).contains("http://localhost:").contains("RWeb action error: no leave");
    }

    @Test void a_request_whose_process_fails_is_answered_all_the_same() throws IOException {
        String result = run("""
                use stdlib.server.*
                handle(req, me) = match req.path {
                    "/crash" -> panic("boom")
                    "/wait" -> { me <- self()
                        receive { "never" -> () } }
                    "/later" -> { spawn { receive { after 50 -> respondText(req, "later") } }
                        () }
                    _ -> respondText(req, "ok")
                }
                main() = {
                    me = self()
                    spawn { serve(port(), req => handle(req, me)) }
                    ready = ask("/", 500).body
                    crashed = ask("/crash", 0)
                    spawn { me <- ("status", ask("/wait", 0).status) }
                    waiting = receive { p when typeOf(p) == "Pid" -> p }
                    Process.kill(waiting)
                    killed = receive { ("status", s) -> s }
                    (ready, crashed.status, crashed.body, killed, ask("/later", 0).body)
                }
                """);
        assertThat(result).isEqualTo("(\"ok\", 500, \"Internal Server Error\", 500, \"later\")");
    }

    @Test void changes_outside_of_components_send_the_whole_page_and_sessions_are_told() throws IOException {
        String result = run("""
                setup(writer, cookies) = {
                    counter = Counter(0)
                    (() => RHtml(p(show(counter.n))), (name, params) => { counter.n = counter.n + 1
                        if name == "cookie" then rwebSetCookie(writer, "a", "1", 60) else () })
                }
                main() = {
                    me = self()
                    onSessionStart(writer => { me <- ("start", writer) })
                    onSessionEnd(writer => { me <- ("end", writer) })
                    server = spawn { startRWebWithRoutes(port(), "T", path => if path == "/a" then Some(setup) else None,
                        path => if path == "/plain" then Some(req => Server.respond(req.id, 200, [], "plain")) else None) }
                    plain = ask("/plain", 500).body
                    ws = socket("/ws?path=%2Fa", 500)
                    started = receive { ("start", writer) -> writer }
                    ws.send("{\\"action\\":\\"cookie\\",\\"params\\":{}}")
                    cookie = ws.recv()
                    full = ws.recv()
                    rwebTrigger(started)
                    trigger = ws.recv()
                    ws.close()
                    ended = receive { ("end", writer) -> writer }
                    missing = try { WebSocket.connect("ws://127.0.0.1:" ++ show(port()) ++ "/ws?path=/b")
                        "connected" } catch { _ -> "refused" }
                    (plain, cookie.contains("setCookie"), full, trigger, started == ended, missing)
                }
                """);
        assertThat(result).isEqualTo("(\"plain\", true, \"{\"type\":\"full\",\"html\":\"<p>1</p>\"}\", \"{\"type\":\"trigger\"}\", true, \"refused\")");
    }

    @Test void a_server_in_the_background_gives_way_to_the_next() throws IOException {
        String result = run("""
                setup(text) = (writer, cookies) => (() => RHtml(p(text)), (name, params) => ())
                # What the first one had already taken in when it was ended it answers with an error.
                answer(text, tries) = { body = ask("/", 500).body
                    if body.contains(text) || tries == 0 then body.contains(text) else { sleep(20)
                        answer(text, tries - 1) } }
                main() = {
                    first = startRWebBackground(port(), "T", setup("one"))
                    one = ask("/", 500).body.contains("<p>one</p>")
                    second = restartRWebBackground(port(), "T", setup("two"))
                    two = answer("<p>two</p>", 500)
                    (one, two, Process.alive(first), stdlib.rweb_state.rwebLastServer == Some(second))
                }
                """);
        assertThat(result).isEqualTo("(true, true, false, true)");
    }

    @Test void sessions_over_http_keep_their_page() throws IOException {
        String result = run("""
                page(counter) = () => RHtml(div([component("count", () => RHtml(span(show(counter.n))))]))
                cookie(answer) = answer.headers.find((name, _) => name == "set-cookie").map(h => h.1.split(";").head()).unwrapOr("")
                main() = {
                    server = spawn {
                        counter = Counter(0)
                        startRHttpServerCustom(port(), page(counter), "T", req => if req.path == "/add" then { counter.n = counter.n + 1
                            Server.respond(req.id, 200, [], show(reactiveId(counter)))
                            true } else false)
                    }
                    first = ask("/", 500)
                    id = cookie(first)
                    number = Http.get(url("/add")).body
                    updated = Http.request("POST", url("/rhtml/update"), [("Cookie", id)], "[" ++ number ++ "]").body
                    session = Http.request("GET", url("/rhtml/session"), [("Cookie", id)], "").body
                    unknown = Http.post(url("/rhtml/update"), "[1]").status
                    invalid = Http.request("POST", url("/rhtml/update"), [("Cookie", "nostos_session=x")], "[1]").body
                    gone = Http.get(url("/none")).status
                    down = Http.get(url("/rhtml/shutdown")).body
                    (first.body.contains("<span>0</span>"), id.startsWith("nostos_session="), updated, session.contains("\\"hasSession\\": true"), unknown, invalid, gone, down)
                }
                """);
        assertThat(result).isEqualTo("(true, true, \"<div><div id=\"count\" data-component=\"true\"><span>1</span></div></div>\", true, 401, \"Invalid session\", 404, \"Shutting down...\")");
        assertThat(printed()).contains("RHtml Server started on http://localhost:");
    }
}
