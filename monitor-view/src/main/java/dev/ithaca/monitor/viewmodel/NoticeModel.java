package dev.ithaca.monitor.viewmodel;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A remark on the last action, shown for a moment. To be used on the JavaFX thread. */
public final class NoticeModel {
    private final ReadOnlyObjectWrapper<String> text = new ReadOnlyObjectWrapper<>(this, "text");

    /** The remark, or null. */
    public ReadOnlyObjectProperty<String> textProperty() { return text.getReadOnlyProperty(); }

    public void tell(String remark) { text.set(remark); }

    public void dismiss() { text.set(null); }
}
