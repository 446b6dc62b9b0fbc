package dev.ithaca.vm.runtime;

/** Where a receive stands in its mailbox: before the first message, or at {@code current}. */
final class MailboxCursor {
    Message current;
}
