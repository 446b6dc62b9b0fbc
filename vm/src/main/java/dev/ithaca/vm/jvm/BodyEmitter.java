package dev.ithaca.vm.jvm;

import dev.ithaca.vm.code.Block;
import dev.ithaca.vm.code.Instruction;
import dev.ithaca.vm.code.Kind;
import dev.ithaca.vm.code.Operands;
import dev.ithaca.vm.code.Register;
import dev.ithaca.vm.code.Terminator;
import dev.ithaca.vm.runtime.NostosException;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Emits blocks into a method: control flow, suspension after calls, exception handlers. */
final class BodyEmitter {
    private final Plan plan;
    private final Variant variant;
    private final Assembler a;
    private final InstructionEmitter instructions;
    private final LoopBudget loops;
    /** Where resumed code goes on after a site. */
    private final Map<Site, Label> continuations = new HashMap<>();
    private final Map<Integer, Label> catchers = new HashMap<>();
    /** Code kept out of the hot path. */
    private final List<Runnable> deferred = new ArrayList<>();

    BodyEmitter(Plan plan, Variant variant) {
        this.plan = plan;
        this.variant = variant;
        this.a = variant.a;
        this.instructions = new InstructionEmitter(variant);
        this.loops = new LoopBudget(plan, variant, deferred);
    }

    /** Where to go on after a site; to be asked before the blocks are emitted. */
    Label continuation(Site site) { return continuations.computeIfAbsent(site, _ -> a.code.newLabel()); }

    /**
     * Emits the given blocks, and what follows in the block of each site that has a continuation.
     */
    void emit(BitSet blocks) {
        BitSet all = (BitSet) blocks.clone();
        for (Site site : continuations.keySet()) all.set(site.block());
        for (int b = all.nextSetBit(0); b >= 0; b = all.nextSetBit(b + 1)) {
            int next = all.nextSetBit(b + 1);
            int from = blocks.get(b) ? 0 : firstContinuation(b);
            if (from > 0) bindContinuation(plan.block(b), from - 1);
            Segment whole = new Segment(b, from, plan.block(b).body().size());
            segment(whole, blocks.get(Math.max(next, 0)) ? next : -1);
        }
        finish();
    }

    /** Emits stretches of blocks, in this order. */
    void emit(List<Segment> segments) {
        for (int i = 0; i < segments.size(); i++) {
            boolean leadsOn = i + 1 < segments.size() && segments.get(i + 1).from() == 0;
            segment(segments.get(i), leadsOn ? segments.get(i + 1).block() : -1);
        }
        finish();
    }

    private void finish() {
        // What is deferred may defer more.
        for (int i = 0; i < deferred.size(); i++) deferred.get(i).run();
        catchers.forEach(this::catcher);
        variant.finish();
    }

    private int firstContinuation(int block) {
        return continuations.keySet().stream().filter(s -> s.block() == block).mapToInt(s -> s.index() + 1).min().orElseThrow();
    }

    private void segment(Segment segment, int next) {
        Block block = plan.block(segment.block());
        Label start = a.code.newBoundLabel();
        variant.bind(segment);
        int fused = fusedCondition(block);
        boolean ended = false;
        for (int i = segment.from(); i < segment.to() && !ended; i++) {
            Instruction instruction = block.body().get(i);
            variant.before(block, i);
            if (i == fused) break;
            line(instruction);
            ended = instruction(block, i, instruction);
            bindContinuation(block, i);
        }
        if (segment.to() < block.body().size()) {
            a.code.goto_(variant.target(block.number(), segment.to()));
        } else if (!ended) {
            variant.before(block, block.body().size());
            line(block.end());
            terminator(block, fused, next);
        }
        if (block.handler() >= 0 && !isEmpty(segment, block, next)) protect(start, a.code.newBoundLabel(), block.handler());
    }

    /** Whether no code at all comes of a stretch: the JVM knows no empty exception ranges. */
    private boolean isEmpty(Segment segment, Block block, int next) {
        boolean onlyConstants = block.body().subList(segment.from(), segment.to()).stream().allMatch(this::isConstant);
        return onlyConstants && segment.to() == block.body().size()
                && block.end() instanceof Terminator.Jump(int target) && target == next;
    }

    private boolean isConstant(Instruction instruction) {
        Register dst = Operands.result(instruction);
        return dst != null && plan.constants.contains(dst);
    }

    /** What comes first when a frame goes on at a site, its registers being restored. */
    void land(Site site) {
        Block block = plan.block(site.block());
        Instruction instruction = block.body().get(site.index());
        Label start = a.code.newBoundLabel();
        line(instruction);
        a.process();
        a.invokeOnProcess("checkPending", void.class);
        Register dst = Operands.result(instruction);
        if (dst != null) Results.take(a, InstructionEmitter.resultKind(instruction));
        if (block.handler() >= 0) protect(start, a.code.newBoundLabel(), block.handler());
        if (dst != null) variant.registers.store(dst);
        if (loops.contains(block.number())) loops.resume();
        a.code.goto_(continuation(site));
    }

    private void line(Object place) {
        int line = plan.lines.line(place);
        if (line > 0) a.code.lineNumber(line);
    }

    private void bindContinuation(Block block, int index) {
        Site site = plan.sites.at(block.number(), index);
        Label label = site == null ? null : continuations.get(site);
        if (label != null) a.code.labelBinding(label);
    }

    /** Sends exceptions between the labels to a handler block. */
    private void protect(Label start, Label end, int handler) {
        a.code.exceptionCatchAll(start, end, catchers.computeIfAbsent(handler, _ -> a.code.newLabel()));
    }

    private void catcher(int handler, Label label) {
        a.code.labelBinding(label);
        a.process();
        a.code.swap();
        a.invokeOnProcess("caught", NostosException.class, Throwable.class);
        handle(handler);
    }

    /** @return whether control never goes on after the instruction */
    private boolean instruction(Block block, int index, Instruction instruction) {
        Site site = plan.sites.at(block.number(), index);
        if (instruction instanceof Instruction.Safepoint) {
            if (loops.contains(block.number())) {
                loops.count(block.number(), () -> checkUnwinding(site, block.handler(), null));
            } else if (!variant.replaces(site)) {
                safepoint(site, block.handler());
            }
            return false;
        }
        if (isConstant(instruction)) return false;
        Register dst = Operands.result(instruction);
        boolean hasValue = instructions.emit(instruction);
        if (isTailCall(instruction)) return tailCall(block, index, dst, InstructionEmitter.resultKind(instruction));
        if (site != null) checkUnwinding(site, block.handler(), hasValue ? InstructionEmitter.resultKind(instruction) : null);
        if (hasValue) {
            if (dst == null) a.pop(InstructionEmitter.resultKind(instruction));
            else variant.registers.store(dst);
        }
        return false;
    }

    private static boolean isTailCall(Instruction instruction) {
        return instruction instanceof Instruction.Call c && c.tail() || instruction instanceof Instruction.CallClosure d && d.tail();
    }

    private boolean tailCall(Block block, int index, Register dst, Kind kind) {
        if (index == block.body().size() - 1 && dst != null && block.end() instanceof Terminator.Return(Register value)
                && value.equals(dst)) {
            variant.returnTailCall();
            return true;
        }
        Label unwound = a.code.newLabel();
        a.branchIfUnwinding(unwound);
        deferred.add(() -> {
            a.code.labelBinding(unwound);
            a.pop(kind);
            variant.returnUnwound();
        });
        if (dst == null) a.pop(kind);
        else variant.registers.store(dst);
        return false;
    }

    /**
     * @param handler what catches exceptions there, or -1
     * @param onStack kind of the call's result on the stack, or null
     */
    private void checkUnwinding(Site site, int handler, Kind onStack) {
        Label unwound = a.code.newLabel();
        a.branchIfUnwinding(unwound);
        deferred.add(() -> {
            a.code.labelBinding(unwound);
            if (onStack != null) a.pop(onStack);
            if (handler >= 0) catchInFlight(handler);
            variant.save(site);
            variant.returnUnwound();
        });
    }

    /** Goes to the handler if it is an exception that unwinds the stack. */
    private void catchInFlight(int handler) {
        Label suspended = a.code.newLabel();
        a.process();
        a.invokeOnProcess("takeInFlight", NostosException.class);
        a.code.dup().ifnull(suspended);
        handle(handler);
        a.code.labelBinding(suspended).pop();
    }

    /** Goes to a handler with the exception on the stack. */
    private void handle(int handler) {
        variant.registers.store(plan.block(handler).exception());
        a.code.goto_(variant.target(handler));
    }

    /** Throws the exception on the stack: to the handler in this function, or out of it. */
    private void raise(int handler) {
        if (handler >= 0) {
            handle(handler);
            return;
        }
        a.process();
        a.code.swap();
        a.invokeOnProcess("raiseToCaller", void.class, NostosException.class);
        variant.returnUnwound();
    }

    private void safepoint(Site site, int handler) {
        Label goOn = a.code.newLabel();
        a.countReduction();
        a.code.branch(Opcode.IFGE, goOn);
        a.process();
        a.invokeOnProcess("safepoint", void.class);
        checkUnwinding(site, handler, null);
        a.code.labelBinding(goOn);
    }

    /** Index of the last instruction if its result only decides the block's branch, else -1. */
    private int fusedCondition(Block block) {
        int last = block.body().size() - 1;
        if (last < 0 || !(block.end() instanceof Terminator.Branch(Register condition, int yes, int no))) return -1;
        Instruction instruction = block.body().get(last);
        if (!condition.equals(Operands.result(instruction)) || plan.constants.contains(condition)) return -1;
        if (plan.sites.at(block.number(), last) != null || isTailCall(instruction)) return -1;
        boolean usedLater = plan.liveness.liveIn(yes).get(condition.index()) || plan.liveness.liveIn(no).get(condition.index())
                || block.handler() >= 0 && plan.liveness.liveIn(block.handler()).get(condition.index())
                || plan.isNamed(condition);
        return usedLater ? -1 : last;
    }

    private void terminator(Block block, int fused, int next) {
        switch (block.end()) {
            case Terminator.Jump(int target) -> jump(block, target, next);
            case Terminator.Branch(Register condition, int yes, int no) -> {
                Opcode jumpIfTrue;
                if (fused >= 0) {
                    line(block.body().get(fused));
                    jumpIfTrue = instructions.condition(block.body().get(fused));
                } else {
                    variant.registers.load(condition);
                    jumpIfTrue = Opcode.IFNE;
                }
                if (yes == next && loops.staysPlain(block.number(), yes)) {
                    a.code.branch(InstructionEmitter.negate(jumpIfTrue), loops.target(block.number(), no));
                } else {
                    a.code.branch(jumpIfTrue, loops.target(block.number(), yes));
                    jump(block, no, next);
                }
            }
            case Terminator.Return(Register value) -> {
                variant.registers.load(value);
                variant.returnResult();
            }
            case Terminator.Throw(Register value) -> {
                a.process();
                variant.registers.load(value);
                a.invokeOnProcess("thrown", NostosException.class, Object.class);
                raise(block.handler());
            }
            case Terminator.Rethrow(Register exception) -> {
                variant.registers.load(exception);
                a.cast(NostosException.class);
                raise(block.handler());
            }
            case Terminator.Raise(String kind, String message) -> {
                a.process();
                a.code.loadConstant(kind);
                a.code.loadConstant(message);
                a.invokeOnProcess("raised", NostosException.class, String.class, String.class);
                raise(block.handler());
            }
        }
    }

    private void jump(Block from, int target, int next) {
        if (target != next || !loops.staysPlain(from.number(), target)) a.code.goto_(loops.target(from.number(), target));
    }
}
