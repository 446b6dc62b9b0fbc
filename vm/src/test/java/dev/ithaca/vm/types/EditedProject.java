package dev.ithaca.vm.types;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** A project of a few modules that is edited at random, mistakes included. */
final class EditedProject {
    private static final List<String> BODIES = List.of("x", "x + 1", "x + 1.5", "x ++ \"!\"", "[x]", "x.map(e => e + 1)", "show(x)", "(x, 1)",
            "Some(x)", "x.name", "Box{name: x, size: 1}", "%s(x)", "%s(%s(x))", "x.%s()", "if x == 1 then 2 else %s(x)", "match x { Some(y) -> y, None -> 0 }",
            "match x { Round(r) -> r, Flat -> 0 }", "{ y = %s(x)\n  z = y\n  (y, z) }", "[1, 2].map(e => %s(e))", "x.describe()", "unknownName + x",
            "%s", "fold([x], 0, (a, b) => a + b)", "{ helper(n) = if n == 0 then x else helper(n - 1)\n  helper(2) }", "counter + 1", "limit",
            "x < %s(x)", "Box(x, 2).size", "try { throw(x) } catch { e -> e }", "x == x", "{ counter = counter + 1\n  x }");
    private static final List<String> TYPES = List.of("", "", "", ": Int", ": String", ": Box", ": List[Int]", ": Shape", ": Missing");

    private final Random random;
    private final List<Module> modules = new ArrayList<>();

    private static final class Function {
        String name;
        boolean isPublic;
        String type = "";
        String body;
        String remark = "";
    }

    private static final class Module {
        final String path;
        final List<String> uses = new ArrayList<>();
        final List<Function> functions = new ArrayList<>();
        String types = "";
        String extra = "";

        Module(String path) { this.path = path; }

        String text() {
            return uses.stream().map(u -> "use " + u + "\n").collect(Collectors.joining()) + types + functions.stream().map(f -> f.remark
                    + (f.isPublic ? "pub " : "") + f.name + "(x" + f.type + ") = " + f.body + "\n").collect(Collectors.joining()) + extra;
        }
    }

    EditedProject(Random random) {
        this.random = random;
        for (int i = 0; i < 4; i++) {
            Module module = new Module(i == 3 ? "main" : "m" + i);
            modules.add(module);
            for (int n = 0; n < 5; n++) {
                Function function = new Function();
                function.name = "f" + i + n;
                function.isPublic = random.nextInt(3) > 0;
                function.body = "x";
                module.functions.add(function);
            }
            for (int used = 0; used < 3; used++) if (used != i && random.nextInt(3) > 0) module.uses.add("m" + used + ".*");
        }
        modules.getFirst().types = "pub type Box = {name: String, size: Int}\npub type Shape = Round(Int) | Flat\ntrait Described\n  describe(self) -> String\nend\n";
        modules.get(1).types = "mvar counter: Int = 0\nconst limit = 10\n";
        modules.get(2).extra = "Box: Described\n  describe(self) = self.name\nend\n";
        modules.get(3).extra = "main() = f30(1)\n";
        for (Module module : modules) for (Function function : module.functions) function.body = body();
    }

    private <T> T any(List<T> list) { return list.get(random.nextInt(list.size())); }

    private Function anyFunction() { return any(any(modules).functions); }

    private String body() {
        String pattern = any(BODIES);
        while (pattern.contains("%s")) pattern = pattern.replaceFirst("%s", anyFunction().name);
        return pattern;
    }

    /** Makes one edit and says which. */
    String edit() {
        Module module = any(modules);
        Function function = any(module.functions);
        switch (random.nextInt(14)) {
            case 0 -> function.type = any(TYPES);
            case 1 -> function.isPublic = !function.isPublic;
            case 2 -> function.remark = function.remark.isEmpty() ? "# remark\n\n" : "";
            case 3 -> {
                String use = "m" + random.nextInt(3) + ".*";
                if (!module.uses.remove(use)) module.uses.add(use);
            }
            case 4 -> {
                Module first = modules.getFirst();
                first.types = first.types.contains("| Flat") ? first.types.replace("| Flat", "| Flat | Steep") : first.types.replace(" | Steep", "");
                return "a type";
            }
            case 5 -> {
                Module third = modules.get(2);
                third.extra = third.extra.contains("self.name") ? third.extra.replace("self.name", "\"box\"") : third.extra.replace("\"box\"", "self.name");
                return "a method";
            }
            default -> function.body = body();
        }
        return module.path + "." + function.name;
    }

    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Module module : modules) texts.put(module.path, module.text());
        return texts;
    }

    List<Integer> someOffsets(String path) {
        int length = texts().get(path).length();
        return random.ints(4, 0, length).boxed().toList();
    }

    @Override public String toString() { return texts().entrySet().stream().map(e -> "--- " + e.getKey() + "\n" + e.getValue()).collect(Collectors.joining()); }
}
