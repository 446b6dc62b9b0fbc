package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.DebugInfo;
import dev.ithaca.vm.code.FunctionCode;
import dev.ithaca.vm.code.Kind;
import dev.ithaca.vm.code.Register;
import dev.ithaca.vm.runtime.CodeLocation;
import dev.ithaca.vm.runtime.CompiledCode;
import dev.ithaca.vm.runtime.Frame;
import dev.ithaca.vm.runtime.FrameVariable;
import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.Process;
import dev.ithaca.vm.runtime.ReceiveArm;
import dev.ithaca.vm.runtime.value.Cell;
import dev.ithaca.vm.runtime.value.Closure;
import dev.ithaca.vm.syntax.SourceFile;
import dev.ithaca.vm.syntax.Span;
import dev.ithaca.vm.types.Core;
import dev.ithaca.vm.types.FunctionInstance;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import dev.ithaca.vm.types.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One function instance or lambda: its generated classes and what frames of it mean. The main class is generated on the
 * first call, a resumer on the first resume at one of its sites.
 */
final class CompiledFunction extends CompiledCode {
    private final Linker linker;
    private final String id;
    private final String name;
    private final Supplier<FunctionCode> source;
    /** Null for a lambda. */
    private final FunctionInstance instance;
    private final int constant;
    private Plan plan;
    private ChunkPlan chunks;
    private boolean fits;
    private Closure functionValue;
    private volatile Resumers resumers;

    CompiledFunction(Linker linker, int number, String name, Supplier<FunctionCode> source, FunctionInstance instance) {
        this.linker = linker;
        this.id = "nostos.fn.$" + number;
        this.name = Names.sanitize(name);
        this.source = source;
        this.instance = instance;
        this.constant = linker.constant(this);
    }

    String className() { return id + "$" + name; }

    ClassDesc classDesc() { return ClassDesc.of(className()); }

    /** Name of a further class of this function. */
    String className(String part) { return id + "$" + part + "$" + name; }

    /** Null for a lambda. */
    FunctionInstance instance() { return instance; }

    /** This object in the linker's constant table. */
    int constant() { return constant; }

    Linker linker() { return linker; }

    synchronized Plan plan() {
        if (plan == null) plan = new Plan(source.get());
        return plan;
    }

    byte[] mainClass() {
        Plan p = plan();
        if (chunks() != null) return mainClass(helpers -> new ChunkedCode(p, linker, this, chunks, helpers)::emit);
        return mainClass(helpers -> c -> c.withMethodBody(MainVariant.NAME, p.type(), ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                b -> MainVariant.emit(p, linker, new Assembler(b, 0), helpers)));
    }

    private byte[] mainClass(Function<SaveHelpers, Consumer<ClassBuilder>> methods) {
        try {
            return Classes.build(classDesc(), c -> {
                c.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC);
                SaveHelpers helpers = new SaveHelpers(classDesc(), constant);
                methods.apply(helpers).accept(c);
                helpers.emit(c);
                if (instance == null) ClosureClasses.addLambda(c, classDesc(), linker, plan.code, location(plan.code.debug().span()));
            });
        } catch (IllegalArgumentException beyondClassFile) {
            if (chunks() == null) throw beyondClassFile;
            CodeLocation place = location(plan.code.debug().span());
            throw NostosException.panic("Function '" + place.function() + "' (" + place.file() + ":" + place.line()
                    + ") is too large to be compiled. Split it into several functions.");
        }
    }

    /** How the code is cut into methods, or null if it fits into one. */
    synchronized ChunkPlan chunks() {
        if (chunks == null && !fits) {
            fits = ChunkPlan.size(plan(), linker.methodLimit()) <= linker.methodLimit();
            if (!fits) chunks = new ChunkPlan(plan(), linker.methodLimit());
        }
        return chunks;
    }

    /** The function as a closure object. */
    synchronized Closure functionValue() {
        if (functionValue == null) {
            String closureClass = className("ref");
            linker.promise(closureClass, this, () -> ClosureClasses.functionValue(closureClass, linker, instance));
            functionValue = (Closure) Classes.instantiate(linker.load(closureClass));
        }
        return functionValue;
    }

    @Override public void resume(Process process, Frame frame) {
        Resumers all = resumers;
        if (all == null) all = makeResumers();
        all.get(frame.site).resume(process, frame);
    }

    private synchronized Resumers makeResumers() {
        if (resumers == null) resumers = new Resumers(this, plan());
        return resumers;
    }

    /** The entry stands before every try region. */
    @Override public boolean catches(int site) {
        return site != Site.ENTRY && plan().block(plan().sites.get(site).block()).handler() >= 0;
    }

    @Override public CodeLocation location(int site) {
        List<Site> sites = plan().sites.all();
        return site >= 0 && site < sites.size() ? location(sites.get(site).place()) : location(plan.code.debug().span());
    }

    @Override public List<ReceiveArm> receiveArms(int site) {
        List<Site> sites = plan().sites.all();
        if (site < 0 || site >= sites.size() || sites.get(site).isEntry()) return List.of();
        Site at = sites.get(site);
        DebugInfo debug = plan.code.debug();
        Core.Receive receive = debug.receives().get(plan.block(at.block()).body().get(at.index()));
        return receive == null ? List.of() : CompiledArm.of(receive, debug.file());
    }

    @Override public CodeLocation locationOfLine(int javaLine) {
        LineTable.Place place = plan().lines.place(javaLine);
        return place == null ? null : location(place);
    }

    private CodeLocation location(Span span) { return location(new LineTable.Place(span, null)); }

    private CodeLocation location(LineTable.Place place) {
        FunctionCode code = plan().code;
        DebugInfo.Origin origin = place.origin() != null ? place.origin() : new DebugInfo.Origin(code.name(), code.signature());
        SourceFile file = code.debug().file();
        String qualified = code.module().isEmpty() ? origin.name() : code.module() + "." + origin.name();
        if (file == null) return new CodeLocation(qualified, origin.signature(), null, 0, 0);
        int start = place.span().start();
        return new CodeLocation(qualified, origin.signature(), file.name(), file.line(start), file.column(start));
    }

    @Override public List<FrameVariable> variables(Frame frame) {
        Site site = plan().sites.get(frame.site);
        List<FrameVariable> result = new ArrayList<>();
        for (DebugInfo.Variable v : site.variables()) {
            Object value = value(frame, site, v);
            if (value != null) result.add(new FrameVariable(v.name(), text(v.type()), value));
        }
        return result;
    }

    /** Null if the frame does not have it. */
    private Object value(Frame frame, Site site, DebugInfo.Variable v) {
        Register r = v.register();
        if (plan.constants.contains(r)) return plan.constants.boxed(r, v.type());
        int slot = chunks() == null || site.isEntry() ? site.slot(r) : chunks.index(r);
        if (slot < 0) return null;
        if (r.kind() != Kind.REF) return Boxing.box(frame.bits(slot), r.kind(), v.type());
        Object value = frame.ref(slot);
        return v.inCell() && value instanceof Cell cell ? cell.value : value;
    }

    /** Null where only the value itself knows. */
    private static String text(Type type) { return type instanceof Type.Dynamic ? null : type.show(); }
}
