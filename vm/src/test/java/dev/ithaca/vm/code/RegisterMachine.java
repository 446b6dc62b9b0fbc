package dev.ithaca.vm.code;

import dev.ithaca.vm.types.ConstructorSymbol;
import dev.ithaca.vm.types.FunctionInstance;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Executes register code directly, by its documented meaning, so that lowering can be tested without the later stages.
 * Unit is the string "()"; lists are Java lists; there is one process whose mailbox is given.
 */
final class RegisterMachine {
    static final Object UNIT = "()";

    record Structure(ConstructorSymbol constructor, List<Object> fields) {}

    record Pair(List<Object> elements) {}

    static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient Object value;

        Thrown(Object value) {
            super(String.valueOf(value));
            this.value = value;
        }
    }

    private static final class Function {
        final FunctionCode code;
        final Object[] captures;

        Function(FunctionCode code, Object[] captures) {
            this.code = code;
            this.captures = captures;
        }
    }

    private final Lowering lowering = new Lowering();
    private final Map<FunctionInstance, FunctionCode> codes = new HashMap<>();
    final List<Object> mailbox = new ArrayList<>();
    final List<String> locks = new ArrayList<>();
    final Deque<Object> log = new ArrayDeque<>();
    /** The deepest nesting of calls, tail calls not counted. */
    int deepest;
    private int depth;
    private int blocksLeft = 5_000_000;

    Object run(FunctionInstance function, Object... args) {
        Object[] boxed = Arrays.copyOf(args, args.length);
        return execute(code(function), boxed);
    }

    private FunctionCode code(FunctionInstance function) {
        return codes.computeIfAbsent(function, f -> {
            FunctionCode code = lowering.lower(f);
            List<String> problems = RegisterCodeVerifier.verify(code);
            if (!problems.isEmpty()) throw new AssertionError(problems + "\n" + RegisterCodePrinter.print(code));
            return code;
        });
    }

    private record Jump(FunctionCode code, Object[] args) {}

    private Object execute(FunctionCode start, Object[] startArgs) {
        FunctionCode code = start;
        Object[] args = startArgs;
        deepest = Math.max(deepest, ++depth);
        try {
            while (true) {
                Object result = frame(code, args);
                if (!(result instanceof Jump jump)) return result;
                code = jump.code();
                args = jump.args();
            }
        } finally {
            depth--;
        }
    }

    private Object frame(FunctionCode code, Object[] args) {
        Object[] r = new Object[code.registers().size()];
        for (int i = 0; i < args.length; i++) r[code.params().get(i).index()] = args[i];
        int at = 0;
        while (true) {
            Block block = code.blocks().get(at);
            if (--blocksLeft < 0) throw new AssertionError("runs for ever: " + code.signature());
            try {
                for (Instruction i : block.body()) {
                    Object result = step(i, r);
                    if (result instanceof Jump) return result;
                    if (Operands.result(i) != null) r[Operands.result(i).index()] = result;
                }
                switch (block.end()) {
                    case Terminator.Jump t -> at = t.target();
                    case Terminator.Branch t -> at = (Integer) get(r, t.condition()) != 0 ? t.ifTrue() : t.ifFalse();
                    case Terminator.Return t -> {
                        return get(r, t.value());
                    }
                    case Terminator.Throw t -> throw new Thrown(get(r, t.value()));
                    case Terminator.Rethrow t -> throw (Thrown) get(r, t.exception());
                    case Terminator.Raise t -> throw new Thrown(new Pair(List.of(t.kind(), t.message())));
                }
            } catch (Thrown e) {
                if (block.handler() < 0) throw e;
                at = block.handler();
                r[code.blocks().get(at).exception().index()] = e;
            }
        }
    }

    private static Object get(Object[] r, Register register) { return r[register.index()]; }

    private static Object[] all(Object[] r, List<Register> registers) {
        return registers.stream().map(x -> get(r, x)).toArray();
    }

    private Object step(Instruction instruction, Object[] r) {
        return switch (instruction) {
            case Instruction.Const i -> i.value() == null ? UNIT : i.value() instanceof Boolean b ? (Object) (b ? 1 : 0) : i.value();
            case Instruction.Move i -> get(r, i.src());
            case Instruction.Arithmetic i -> arithmetic(i, get(r, i.left()), get(r, i.right()));
            case Instruction.Negate i -> get(r, i.src()) instanceof Long l ? (Object) (-l) : (Object) (-(Double) get(r, i.src()));
            case Instruction.Compare i -> compare(i, get(r, i.left()), get(r, i.right()));
            case Instruction.CompareRef i -> flag(switch (i.op()) {
                case EQ -> Objects.equals(get(r, i.left()), get(r, i.right()));
                case NE -> !Objects.equals(get(r, i.left()), get(r, i.right()));
                default -> throw new UnsupportedOperationException(i.toString());
            });
            case Instruction.Not i -> 1 - (Integer) get(r, i.src());
            case Instruction.IntToFloat i -> (double) (Long) get(r, i.src());
            case Instruction.Box i -> i.type() == BoxType.BOOL ? (Object) ((Integer) get(r, i.src()) != 0) : get(r, i.src());
            case Instruction.Unbox i -> {
                Object value = get(r, i.src());
                if (!isBox(i.type(), value)) throw new Thrown(new Pair(List.of("TypeError", "expected " + i.type())));
                yield value instanceof Boolean b ? (Object) (b ? 1 : 0) : value;
            }
            case Instruction.IsBox i -> flag(isBox(i.type(), get(r, i.src())));
            case Instruction.Call i -> call(code(i.function()), all(r, i.args()), i.tail());
            case Instruction.CallClosure i -> closureCall(i.shape(), (Function) get(r, i.closure()), all(r, i.args()));
            case Instruction.CallBuiltin i -> builtin(i, all(r, i.args()));
            case Instruction.FunctionRef i -> new Function(code(i.function()), new Object[0]);
            case Instruction.MakeClosure i -> new Function(i.code(), all(r, i.captures()));
            case Instruction.PatchCapture i -> ((Function) get(r, i.closure())).captures[i.capture()] = get(r, i.value());
            case Instruction.NewCell i -> new Object[] {get(r, i.initial())};
            case Instruction.GetCell i -> ((Object[]) get(r, i.cell()))[0];
            case Instruction.SetCell i -> ((Object[]) get(r, i.cell()))[0] = get(r, i.value());
            case Instruction.NewStruct i -> new Structure(i.constructor(), new ArrayList<>(Arrays.asList(all(r, i.fields()))));
            case Instruction.GetField i -> ((Structure) get(r, i.struct())).fields().get(i.field());
            case Instruction.SetField i -> ((Structure) get(r, i.struct())).fields().set(i.field(), get(r, i.value()));
            case Instruction.IsStruct i -> flag(get(r, i.src()) instanceof Structure s && s.constructor().equals(i.constructor()));
            case Instruction.MakeTuple i -> new Pair(Arrays.asList(all(r, i.elements())));
            case Instruction.TupleGet i -> ((Pair) get(r, i.tuple())).elements().get(i.index());
            case Instruction.IsTuple i -> flag(get(r, i.src()) instanceof Pair p && p.elements().size() == i.arity());
            case Instruction.MakeList i -> {
                List<Object> made = new ArrayList<>(Arrays.asList(all(r, i.elements())));
                if (i.tail() != null) made.addAll((List<?>) get(r, i.tail()));
                yield made;
            }
            case Instruction.IsList i -> flag(get(r, i.src()) instanceof List);
            case Instruction.ListIsEmpty i -> flag(((List<?>) get(r, i.list())).isEmpty());
            case Instruction.ListHead i -> ((List<?>) get(r, i.list())).getFirst();
            case Instruction.ListTail i -> ((List<?>) get(r, i.list())).subList(1, ((List<?>) get(r, i.list())).size());
            case Instruction.MapLookup i -> ((Map<?, ?>) get(r, i.map())).get(get(r, i.key()));
            case Instruction.IsMap i -> flag(get(r, i.src()) instanceof Map);
            case Instruction.IsString i -> flag(get(r, i.src()) instanceof String);
            case Instruction.StringRest i -> {
                String s = (String) get(r, i.string());
                yield s.startsWith(i.prefix()) ? s.substring(i.prefix().length()) : null;
            }
            case Instruction.IsNull i -> flag(get(r, i.src()) == null);
            case Instruction.Safepoint _ -> null;
            case Instruction.MailboxStart _ -> new int[] {-1};
            case Instruction.MailboxNext i -> {
                int[] cursor = (int[]) get(r, i.cursor());
                yield cursor[0] + 1 < mailbox.size() ? mailbox.get(++cursor[0]) : null;
            }
            case Instruction.MailboxTake i -> mailbox.remove(((int[]) get(r, i.cursor()))[0]);
            case Instruction.MailboxWait i -> {
                if ((Long) get(r, i.deadline()) == Long.MAX_VALUE) throw new Thrown("waits for ever");
                yield 0;
            }
            case Instruction.Deadline i -> get(r, i.millis());
            case Instruction.MvarLock i -> locks.add("lock " + i.mvar().name());
            case Instruction.MvarUnlock i -> locks.add("unlock " + i.mvar().name());
            case Instruction.EnterTry _, Instruction.LeaveTry _ -> null;
            case Instruction.ExceptionValue i -> ((Thrown) get(r, i.exception())).value;
            default -> throw new UnsupportedOperationException(instruction.toString());
        };
    }

    private Object closureCall(CallShape shape, Function function, Object[] args) {
        FunctionCode code = function.code;
        Object[] all = Arrays.copyOf(function.captures, code.params().size());
        for (int i = 0; i < args.length; i++) {
            int at = code.captureCount() + i;
            all[at] = code.params().get(at).kind() == Kind.INT && args[i] instanceof Boolean b ? (b ? 1 : 0) : args[i];
        }
        Object result = execute(code, all);
        boolean boxed = shape.result() == Kind.REF && BoxType.of(code.resultType()).filter(BoxType.BOOL::equals).isPresent();
        return boxed ? (Object) ((Integer) result != 0) : result;
    }

    private Object call(FunctionCode code, Object[] args, boolean tail) { return tail ? new Jump(code, args) : execute(code, args); }

    private Object builtin(Instruction.CallBuiltin i, Object[] args) {
        log.add(args[0]);
        return args[0];
    }

    private static boolean isBox(BoxType type, Object value) {
        return switch (type) {
            case INT -> value instanceof Long;
            case FLOAT -> value instanceof Double;
            case BOOL -> value instanceof Boolean;
            case CHAR -> value instanceof Integer;
            default -> false;
        };
    }

    private static Object arithmetic(Instruction.Arithmetic i, Object a, Object b) {
        if (a instanceof Double x) {
            return switch (i.op()) {
                case ADD -> x + (Double) b;
                case SUB -> x - (Double) b;
                default -> throw new UnsupportedOperationException(i.toString());
            };
        }
        long x = (Long) a;
        long y = (Long) b;
        return switch (i.op()) {
            case ADD -> x + y;
            case SUB -> x - y;
            case MUL -> x * y;
            case DIV -> {
                if (y == 0) throw new Thrown(new Pair(List.of("DivisionByZero", "Division by zero")));
                yield x / y;
            }
            default -> throw new UnsupportedOperationException(i.toString());
        };
    }

    private static Object compare(Instruction.Compare i, Object a, Object b) {
        int order = a instanceof Long x ? Long.compare(x, (Long) b)
                : a instanceof Double d ? Double.compare(d, (Double) b) : Integer.compare((Integer) a, (Integer) b);
        return flag(switch (i.op()) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
            default -> throw new UnsupportedOperationException(i.toString());
        });
    }

    private static Integer flag(boolean value) { return value ? 1 : 0; }
}
