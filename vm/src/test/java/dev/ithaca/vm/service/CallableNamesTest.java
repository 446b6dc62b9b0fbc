package dev.ithaca.vm.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ithaca.vm.ProgramSource;
import dev.ithaca.vm.syntax.SourceFile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every name that the library chapter promises is there where it promises it. */
class CallableNamesTest {
    private static final String FILE = "names.nos";

    private static final String BARE = """
            abs all any asBigInt asFloat asFloat32 asFloat64 asInt asInt8 asInt16 asInt32 asInt64 asUInt8 asUInt16 asUInt32 asUInt64 assert assertType
            assert_eq ceil concat contains copy cos count drop dropWhile each elem empty enumerate enumerateFrom eprint eprintln eval filter find findIndices
            flatMap flatten floor flushStderr flushStdout fold foldl foldr fromJson fst get group groupBy hash head indexOf init insertAt inspect
            intListRange interleave intersperse isEmpty isSorted isSortedBy jsonToType jsonToTypeByName last len length listMax listMin listProduct listSum
            log log10 makeRecord makeRecordByName makeVariant makeVariantByName map max maximum min minimum newFloat32Array newFloat64Array newInt64Array
            nth optFlatMap optIsNone optIsSome optMap optUnwrap optUnwrapOr pairwise panic partition pop position pow print println product push range
            rangeList reactiveId reflect remove removeAt replicate requestToType resFlatMap resIsErr resIsOk resMap resMapErr resToOption resUnwrap
            resUnwrapOr reverse round scanl self set show sin slice sleep snd sort sortBy span spanList spawn splitAt sqrt sum sumInt64Array tagOf tail take
            takeWhile tan throw toBigInt toFloat toFloat32 toFloat64 toInt toInt8 toInt16 toInt32 toInt64 toIntList toString toUInt8 toUInt16 toUInt32
            toUInt64 transpose typeInfo typeNameOf typeOf unique unzip vmStats zip zipWith Some None Ok Err""";

    private static final Map<String, String> QUALIFIED = Map.ofEntries(
            Map.entry("String", """
                    length chars from_chars isEmpty toUpper toLower trim trimStart trimEnd contains startsWith endsWith indexOf lastIndexOf substring take
                    drop replace replaceAll repeat padStart padEnd reverse lines words split join toInt parseInt toFloat parseFloat toBigInt to_int"""),
            Map.entry("Map", "get lookup getOrThrow contains insert remove keys values toList fromList empty size isEmpty union intersection difference"),
            Map.entry("Set", "contains insert remove size isEmpty toList union intersection difference symmetricDifference isSubset isProperSubset fromList"),
            Map.entry("Int64Array", "make fromList toList length get set"), Map.entry("Float64Array", "make fromList toList length get set"),
            Map.entry("Float32Array", "make fromList toList length get set"), Map.entry("Buffer", "new append toString"),
            Map.entry("File", "readAll readBytes writeAll append exists remove rename copy size open read readLine write flush close seek"),
            Map.entry("Dir", "create createAll list remove removeAll exists"),
            Map.entry("Path", "join dirname basename extension withExtension normalize isAbsolute isRelative split"),
            Map.entry("Exec", "run start readline readStderr write wait kill"),
            Map.entry("Env", "get home set remove all cwd setCwd args platform isInteractive"),
            Map.entry("Time", """
                    now nowSecs fromDate fromTime fromDateTime year month day hour minute second weekday format formatUtc parse toUtc fromUtc timezone
                    timezoneOffset"""),
            Map.entry("Random", "int float bool choice shuffle bytes"), Map.entry("Regex", "matches find findAll replace replaceAll split captures"),
            Map.entry("Uuid", "v4 isValid"), Map.entry("Crypto", "sha256 sha512 md5 bcryptHash bcryptVerify randomBytes"),
            Map.entry("Base64", "encode decode"), Map.entry("Url", "encode decode"), Map.entry("Encoding", "toBytes fromBytes"),
            Map.entry("Json", "parse stringify escapeString"), Map.entry("Http", "get delete head post put patch request"),
            Map.entry("Server", "bind accept respond close matchPath"),
            Map.entry("WebSocket", "accept connect connectWithHeaders send recv close split sendShared"),
            Map.entry("Tcp", "connect listen accept read write close"), Map.entry("Process", "all alive info time kill"), Map.entry("Gc", "collect stats"),
            Map.entry("Runtime", "isInteractive threadCount numThreads uptimeMs pid memoryKb loadAvg tokioWorkers blockingThreads"),
            Map.entry("Panel", "create setContent show hide onKey registerHotkey"),
            Map.entry("Reactive", "getId getChangedRecordIds flushPending getDeps setDeps clearDependencies clearComponentDeps"),
            Map.entry("RenderStack", "push pop current"), Map.entry("RenderContext", "start finish"));

    private static final Map<String, String> MODULES = Map.ofEntries(
            Map.entry("json", "jsonParse jsonStringify stringify toJsonValue toJson fromJsonValue findField hasKey extract_string"),
            Map.entry("server", """
                    getParam respondText respondHtml respondJson respondTextWith respondHtmlWith respondJsonWith respond400 respond401 respond503 respond404
                    respond405 redirect redirectWith getCookie hasCookie setCookie setCookieWithAge setSecureCookie clearCookie serve acceptLoop wsLoop
                    mimeType getExtension isTextMime respondFile serveStatic collectFromEnd"""),
            Map.entry("ws", "WsMessage parseMessage makeMessage wsTypedLoop sendTyped sendTypedShared"),
            Map.entry("url", "parseUrlQuery urlPath urlQueryString matchUrlPath buildUrlQuery"),
            Map.entry("validation", """
                    required minLength maxLength email pattern minValue maxValue range matchesField custom validate firstError allErrors hasError getError"""),
            Map.entry("html", "render text raw empty el div span p h1 h6 ul li table tr td form button input img a br script styleTag escapeHtml"),
            Map.entry("html_parser", "htmlParse htmlTokenize htmlPrettyPrint"),
            Map.entry("logging", """
                    levelToString levelPriority makeEntry makeEntryFrom formatTimestamp formatEntry newConsoleLogger newFileLogger newRotatingFileLogger
                    consoleLog fileLog logDebug logFatal logInfoFrom fileLogInfo rotatingLogInfo rotateFiles"""),
            Map.entry("rhtml", "component renderRHtml renderRNode updateState action actionJs attr wrapNode affectedComponents filterOutermost reRenderComponents"),
            Map.entry("rhtml_session", """
                    generateSessionId createSession createSessionWithId hasSession getSession getSessionOpt setSession updateSessionState removeSession
                    allSessionIds sessionCount renderSession"""),
            Map.entry("rhttp_server", "startRHttpServer startRHttpServerWithTitle startRHttpServerCustom"),
            Map.entry("rweb", """
                    startRWeb startRWebWithRoutes startRWebFull startRWebBackground startRWebWithRoutesBackground restartRWebBackground
                    restartRWebWithRoutesBackground runRWeb runRWebWithRoutes rwebPushFull rwebPushComponent rwebPushRaw rwebTrigger rwebSetCookie
                    rwebSetSecureCookie rwebClearCookie onSessionStartCallback onSessionEndCallback clientJs clientJsWithRoutes pageTemplate
                    pageTemplateWithRoutes sessionLoop rwebHandleRequest rwebHandleRequestWithRoutes rwebHandleRequestWithStatic sendFullPageUpdate
                    sendComponentUpdates parseActionMessage jsonValueToString jsonPairsToMap jsonGetField tryServeStatic showStaticConfig"""),
            Map.entry("rweb_state", "killOldRwebServer setRwebLastServer rwebLastServer"));

    private final LanguageService service = new Workspace().service();

    /** What an editor offers at the place of the {@code @}. */
    private Set<String> offered(String text) {
        int caret = text.indexOf('@');
        ProgramSource program = ProgramSource.single(new SourceFile(FILE, text.replace("@", "")));
        Set<String> names = new LinkedHashSet<>();
        service.complete(program, FILE, caret).proposals().forEach(proposal -> names.add(proposal.name()));
        return names;
    }

    private static Set<String> words(String text) { return new TreeSet<>(List.of(text.strip().split("\\s+"))); }

    @Test void bareNames() { assertThat(offered("main() = @\n")).containsAll(words(BARE)); }

    @TestFactory Stream<DynamicTest> namesOfNamespaces() {
        return QUALIFIED.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(),
                () -> assertThat(offered("main() = " + entry.getKey() + ".@\n")).containsAll(words(entry.getValue()))));
    }

    @TestFactory Stream<DynamicTest> namesOfModules() {
        return MODULES.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(),
                () -> assertThat(offered("use stdlib." + entry.getKey() + ".{@}\nmain() = 1\n")).containsAll(words(entry.getValue()))));
    }
}
