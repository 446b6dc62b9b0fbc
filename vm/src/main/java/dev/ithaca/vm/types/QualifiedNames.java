package dev.ithaca.vm.types;

import dev.ithaca.vm.syntax.Expr;
import dev.ithaca.vm.syntax.Span;
import java.util.List;
import java.util.Set;

/** Names with a module, builtin namespace or type before the dot. */
final class QualifiedNames {
    /** Namespaces of builtins; they are not modules and need no import (chapter 2, section 8.1). */
    static final Set<String> NAMESPACES = Set.of("String", "File", "Dir", "List", "Option", "Result", "Char", "Int", "Float",
            "Bool", "Bytes", "Map", "Set", "IO", "Math", "Debug", "Time", "Thread", "Channel", "Regex", "Json", "Http", "Net",
            "Sys", "Env", "Process", "Base64", "Url", "Encoding", "Server", "Exec", "Random", "Path", "Panel", "Pg", "Uuid",
            "Crypto", "Float64Array", "Int64Array", "Float32Array", "Buffer", "Runtime", "WebSocket", "RenderStack",
            "RenderContext", "Reactive", "Gc", "Selenium", "Tcp", "System", "Supervisor", "Program");

    private final Body body;

    QualifiedNames(Body body) { this.body = body; }

    /** The dotted path an expression spells, if its first name is not a local variable; else null. */
    static String path(Expr expr, LocalScope scope) {
        return switch (expr) {
            case Expr.Variable v -> scope.find(v.name()) == null ? v.name() : null;
            case Expr.UpperName u -> u.name().text();
            case Expr.Field f -> {
                String prefix = path(f.receiver(), scope);
                yield prefix == null ? null : prefix + "." + f.name().text();
            }
            default -> null;
        };
    }

    /** The module a path names, if this module may use it by that path; null if the path names no module. */
    ModuleScope module(String path) {
        if (path == null) return null;
        NameLookup lookup = body.lookup();
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        if (Character.isLowerCase(first.charAt(0)) && (lookup.value(first) != null || lookup.mvar(first) != null)) return null;
        return lookup.module(path);
    }

    /** A member read as a value, {@code geo.scale}; null if the expression is an ordinary field access. */
    Typed member(Expr.Field f, LocalScope scope) {
        String path = path(f.receiver(), scope);
        if (path == null) return null;
        String name = f.name().text();
        ModuleScope module = module(path);
        if (module != null) return memberOf(module, name, f.span(), scope);
        if (NAMESPACES.contains(path) && !hasOwnConstructor(path)) {
            List<? extends Callable> functions = body.session().methods().qualified(path + "." + name);
            if (!functions.isEmpty()) return body.names().functionValue(functions, name, f.span(), null);
            unknownFunction(path, name, body.session().tables().builtins().membersOf(path), f.name().span());
            return body.erroneous(f.span());
        }
        return null;
    }

    /** The library's constructors, such as that of Json for strings, do not hide namespaces. */
    private boolean hasOwnConstructor(String name) {
        return body.lookup().constructors(name).stream().anyMatch(c -> !c.owner().module().startsWith("stdlib."));
    }

    private Typed memberOf(ModuleScope module, String name, Span span, LocalScope scope) {
        if (!accessible(module, name, span)) return body.erroneous(span);
        if (module.values().containsKey(name)) return body.names().value(module.values().get(name), span);
        if (module.mvars().containsKey(name)) return body.names().mvar(module.mvars().get(name), span);
        List<ConstructorSymbol> constructors = module.constructors().get(name);
        if (constructors != null) return body.constructions().bare(constructors.getFirst(), span);
        List<FunctionSymbol> functions = module.functions().get(name);
        if (functions != null) return body.names().functionValue(functions, name, span, null);
        body.session().names().unknownVariable(body.place(span), module.path() + "." + name, List.of(), List.of());
        return body.erroneous(span);
    }

    /** Reports and returns false if the module was not imported or the member is private. */
    boolean accessible(ModuleScope module, String name, Span span) {
        ModuleScope here = body.module();
        boolean near = module.root() == here.root() || module.isLibrary() || here.isLibrary();
        boolean used = near || uses(here, module);
        if (!used) {
            body.session().names().notImported(body.place(span), module.path(), name);
            return false;
        }
        if (module.declares(name) && !module.exports(name) && !here.seesPrivateOf(module) && !module.isLibrary()) {
            boolean type = !module.functions().containsKey(name) && !module.values().containsKey(name)
                    && !module.mvars().containsKey(name);
            if (type) body.session().names().privateType(body.place(span), name, module.path());
            else body.session().names().privateFunction(body.place(span), name, module.path());
            return false;
        }
        return true;
    }

    private static boolean uses(ModuleScope here, ModuleScope module) {
        for (ModuleScope m = here; m != null; m = m.parent()) {
            for (ModuleScope target = module; target != null; target = target.parent()) if (m.used().contains(target)) return true;
        }
        return false;
    }

    /** The functions of a qualified call; null if the path names neither module nor namespace. */
    List<? extends Callable> functions(String path, String name, Span span) {
        ModuleScope module = module(path);
        if (module != null) {
            if (!accessible(module, name, span)) return List.of();
            List<FunctionSymbol> found = module.functions().get(name);
            if (found == null) unknownFunction(path, name, visible(module), span);
            return found == null ? List.of() : found;
        }
        if (!NAMESPACES.contains(path) || body.lookup().type(path) != null && !isLibraryType(path)) return null;
        List<? extends Callable> builtins = body.session().methods().qualified(path + "." + name);
        if (builtins.isEmpty()) unknownFunction(path, name, body.session().tables().builtins().membersOf(path), span);
        return builtins;
    }

    private List<String> visible(ModuleScope module) {
        boolean all = body.module().seesPrivateOf(module);
        return module.functions().keySet().stream().filter(name -> all || module.exports(name)).toList();
    }

    private void unknownFunction(String path, String name, List<String> members, Span span) {
        body.session().names().unknownFunction(body.place(span), path + "." + name, Suggestions.similar(name, members));
    }

    private boolean isLibraryType(String name) {
        TypeSymbol symbol = body.lookup().type(name);
        return symbol.module().isEmpty() && BuiltinTypes.named(name) == symbol || symbol.module().startsWith("stdlib.");
    }
}
