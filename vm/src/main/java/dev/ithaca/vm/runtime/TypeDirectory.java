package dev.ithaca.vm.runtime;

import dev.ithaca.vm.runtime.value.Struct;
import java.util.List;
import java.util.Optional;

/** What a running program may ask about its types; whoever compiled it provides the answers. */
public interface TypeDirectory {
    /** A type by its name, with or without its module. */
    Optional<Description> find(String name);

    /** A value of a constructor with these fields, boxed; raises {@code TypeError} where a field has the wrong kind. */
    Struct make(Constructor constructor, Object... fields);

    /**
     * A declared type.
     *
     * @param name with its module, except for the main file
     * @param kind record, variant, reactive, reactive_variant, alias or primitive
     * @param params names of its type parameters
     */
    record Description(String name, String kind, List<String> params, List<Constructor> constructors) {
        public Description {
            params = List.copyOf(params);
            constructors = List.copyOf(constructors);
        }

        public boolean isRecord() { return kind.equals("record") || kind.equals("reactive"); }

        public Optional<Constructor> constructor(String wanted) {
            return constructors.stream().filter(c -> c.name().equals(wanted)).findFirst();
        }

        /** Without its module. */
        public String shortName() { return name.substring(name.lastIndexOf('.') + 1); }
    }

    /** @param key what the directory knows the constructor by */
    record Constructor(String name, List<Field> fields, Object key) {
        public Constructor { fields = List.copyOf(fields); }
    }

    /**
     * A field of a constructor; one without a name is called by its position, {@code _0}.
     *
     * @param type in source form, mentioning the parameters of its owner
     */
    record Field(String name, String type) {}

    /** Knows nothing. */
    static TypeDirectory none() {
        return new TypeDirectory() {
            @Override public Optional<Description> find(String name) { return Optional.empty(); }

            @Override public Struct make(Constructor constructor, Object... fields) {
                throw new IllegalArgumentException(constructor.name());
            }
        };
    }
}
