package dev.ithaca.vm.syntax;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The JSON form of a diagnostic, one object without line ends (chapter 1, section 12.5). */
public final class DiagnosticJson {
    private DiagnosticJson() {}

    public static String toJson(Diagnostic diagnostic) {
        StringBuilder json = new StringBuilder("{\"file\":");
        SourceFile file = diagnostic.file();
        json.append(quoted(file == null ? "" : file.name()));
        json.append(place(file, diagnostic.span()));
        json.append(",\"severity\":").append(quoted(severity(diagnostic)));
        json.append(",\"kind\":").append(quoted(diagnostic.phase().name().toLowerCase(Locale.ROOT)));
        json.append(",\"message\":").append(quoted(diagnostic.message()));
        if (diagnostic.help() != null) json.append(",\"hint\":").append(quoted(diagnostic.help()));
        if (!diagnostic.notes().isEmpty()) {
            json.append(",\"notes\":").append(array(diagnostic.notes().stream().map(DiagnosticJson::quoted).toList()));
        }
        if (!diagnostic.labels().isEmpty()) {
            json.append(",\"labels\":").append(array(diagnostic.labels().stream().map(label -> label(file, label)).toList()));
        }
        return json.append('}').toString();
    }

    private static String severity(Diagnostic diagnostic) {
        boolean weak = diagnostic.phase() == Diagnostic.Phase.RUNTIME && diagnostic.isError();
        return weak ? "warning" : diagnostic.severity().name().toLowerCase(Locale.ROOT);
    }

    private static String label(SourceFile main, Diagnostic.Label label) {
        String otherFile = label.file() == main ? "" : "\"file\":" + quoted(label.file().name()) + ",";
        return "{" + otherFile + place(label.file(), label.span()).substring(1) + ",\"message\":" + quoted(label.text()) + "}";
    }

    /** The four members of a place, each with a comma before it. */
    private static String place(SourceFile file, Span span) {
        int line = file == null ? 0 : file.line(span.start());
        int column = file == null ? 0 : file.column(span.start());
        int endLine = file == null ? 0 : file.line(span.end());
        int endColumn = file == null ? 0 : file.column(span.end());
        return ",\"line\":%d,\"column\":%d,\"endLine\":%d,\"endColumn\":%d".formatted(line, column, endLine, endColumn);
    }

    private static String array(List<String> elements) {
        return elements.stream().collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < 0x20) json.append("\\u%04X".formatted((int) c));
                    else json.append(c);
                }
            }
        }
        return json.append('"').toString();
    }
}
