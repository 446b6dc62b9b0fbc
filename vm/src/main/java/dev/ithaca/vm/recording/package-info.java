/**
 * Files of what an {@link dev.ithaca.vm.inspect.Inspector} shows, and an inspector that shows what is in them: the state of a
 * machine at one moment, or at many. {@link dev.ithaca.vm.recording.StateSaver} and {@link dev.ithaca.vm.recording.Recorder}
 * write them, {@link dev.ithaca.vm.recording.Recording} reads them.
 *
 * <p>A file is a magic number, a version, and parts one after the other, each compressed and with a checksum: what ran; then for
 * each moment its time and figures, its population, and the snapshots of some processes; an end mark. So whatever happens to the
 * writer or to the file, the moments before are still there. Most populations are told by what is different from the one before.
 */
package dev.ithaca.vm.recording;
