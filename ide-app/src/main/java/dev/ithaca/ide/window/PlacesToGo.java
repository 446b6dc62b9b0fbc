package dev.ithaca.ide.window;

import dev.ithaca.ide.Services;
import dev.ithaca.ide.action.Choice;
import dev.ithaca.ide.analysis.ProjectSymbols;
import dev.ithaca.ide.document.Document;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What "go to anything" offers besides commands: open texts, definitions, files of the folder, examples, what was open before. */
final class PlacesToGo {
    private final Services services;
    private final ProjectSymbols symbols;
    private final Opener opener;
    private final Navigation navigation;

    PlacesToGo(Services services, ProjectSymbols symbols, Opener opener, Navigation navigation) {
        this.services = services;
        this.opener = opener;
        this.symbols = symbols;
        this.navigation = navigation;
    }

    List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        services.documents().open().forEach(document ->
                choices.add(new Choice(document.name(), "open", "", () -> services.documents().activeProperty().set(document))));
        services.outline().definitions().forEach(definition -> choices.add(new Choice(definition.name(), "line " + definition.line(), "",
                () -> navigation.goTo(definition.line(), definition.column()))));
        Map<Path, Choice> files = new LinkedHashMap<>();
        services.project().folder().ifPresent(folder -> services.project().rootProperty().get().files().forEach(node -> files.put(node.path(),
                new Choice(folder.relativize(node.path()).toString(), folder.getFileName().toString(), "", () -> opener.open(node.path())))));
        opener.recent().stream().filter(path -> services.documents().of(path).isEmpty()).forEach(path -> files.putIfAbsent(path,
                new Choice(String.valueOf(path.getFileName()), "recent, in " + path.getParent(), "", () -> opener.open(path))));
        choices.addAll(files.values());
        Path front = services.documents().active().flatMap(Document::path).orElse(null);
        symbols.all().stream().filter(symbol -> symbol.file() != null && !symbol.file().equals(front)).forEach(symbol -> choices.add(new Choice(symbol.declaration().name(),
                symbol.detail(), "", () -> navigation.open(symbol.file(), symbol.declaration().location().line(), symbol.declaration().location().column()))));
        services.examples().forEach(example -> choices.add(new Choice(example.name(), "example", "", () -> opener.open(example))));
        return choices;
    }
}
