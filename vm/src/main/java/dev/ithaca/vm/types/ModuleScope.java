package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Item;
import dev.ithaca.vm.syntax.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one file or inline module declares and imports. Filled while declarations are read, constant afterwards. */
final class ModuleScope {
    private final ProgramTables tables;
    private final ModuleScope parent;
    private final String path;
    private final SourceFile file;
    private final boolean library;
    private final Map<String, List<FunctionSymbol>> functions = new LinkedHashMap<>();
    private final Map<String, FunctionSymbol> values = new LinkedHashMap<>();
    private final Map<String, MvarDeclaration> mvars = new LinkedHashMap<>();
    private final Map<String, TypeSymbol> types = new LinkedHashMap<>();
    private final Map<String, List<ConstructorSymbol>> constructors = new LinkedHashMap<>();
    private final Map<String, TraitSymbol> traits = new LinkedHashMap<>();
    private final Map<String, Imported> imports = new HashMap<>();
    private final Set<ModuleScope> used = new LinkedHashSet<>();
    private final Set<String> failedImports = new HashSet<>();
    private final List<FunctionSymbol> tests = new ArrayList<>();

    /** A name brought in by {@code use}. */
    record Imported(ModuleScope from, String name) {}

    record MvarDeclaration(MvarSymbol symbol, boolean isPublic, FunctionSymbol initial, Item.Mvar declaration, ModuleScope module) {
        /** Its first value is there before any code runs. */
        boolean hasLiteral() { return Declarations.notLiteral(declaration.initial()) == null; }
    }

    /** @param parent the enclosing module of an inline module, else null */
    ModuleScope(ProgramTables tables, ModuleScope parent, String path, SourceFile file, boolean library) {
        this.tables = tables;
        this.parent = parent;
        this.path = path;
        this.file = file;
        this.library = library;
    }

    ProgramTables tables() { return tables; }

    ModuleScope parent() { return parent; }

    /** Dotted; empty for the file of a single-file program. */
    String path() { return path; }

    SourceFile file() { return file; }

    boolean isLibrary() { return library; }

    Map<String, List<FunctionSymbol>> functions() { return functions; }

    /** Module bindings and constants. */
    Map<String, FunctionSymbol> values() { return values; }

    Map<String, MvarDeclaration> mvars() { return mvars; }

    Map<String, TypeSymbol> types() { return types; }

    Map<String, List<ConstructorSymbol>> constructors() { return constructors; }

    Map<String, TraitSymbol> traits() { return traits; }

    Map<String, Imported> imports() { return imports; }

    /** Modules named in a {@code use} of this file; their members may be named with the module's path. */
    Set<ModuleScope> used() { return used; }

    List<FunctionSymbol> tests() { return tests; }

    /** @param name visible here if the {@code use} were right; null if that cannot be known */
    void importFailed(String name) { failedImports.add(name); }

    /** Whether a {@code use} that is wrong, which has been reported, may have been meant to bring the name in. */
    boolean lacksImport(String name) {
        return failedImports.contains(name) || failedImports.contains(null) || parent != null && parent.lacksImport(name);
    }

    boolean declares(String name) {
        return functions.containsKey(name) || values.containsKey(name) || types.containsKey(name)
                || traits.containsKey(name) || mvars.containsKey(name) || constructors.containsKey(name);
    }

    /** Whether the name is visible outside the module. */
    boolean exports(String name) {
        if (functions.containsKey(name)) return functions.get(name).stream().anyMatch(FunctionSymbol::isPublic);
        if (values.containsKey(name)) return values.get(name).isPublic();
        if (types.containsKey(name)) return types.get(name).isPublic();
        if (traits.containsKey(name)) return traits.get(name).isPublic();
        if (mvars.containsKey(name)) return mvars.get(name).isPublic();
        return constructors.containsKey(name) && constructors.get(name).stream().anyMatch(c -> c.owner().isPublic());
    }

    Set<String> names() {
        Set<String> all = new LinkedHashSet<>(functions.keySet());
        all.addAll(values.keySet());
        all.addAll(types.keySet());
        all.addAll(traits.keySet());
        all.addAll(constructors.keySet());
        return all;
    }

    /** Whether code in this module may see private members of the other one. */
    boolean seesPrivateOf(ModuleScope other) {
        for (ModuleScope m = this; m != null; m = m.parent) if (m == other) return true;
        return false;
    }

    /** The enclosing file's module. */
    ModuleScope root() { return parent == null ? this : parent.root(); }

    /** Whether unqualified names of the enclosing modules are visible: in single-file programs only. */
    boolean seesRoot() { return parent != null && root().path.isEmpty(); }

    @Override public String toString() { return path; }
}
