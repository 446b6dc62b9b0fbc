package dev.ithaca.ide.document;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.fxmisc.richtext.model.EditableStyledDocument;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.SimpleEditableStyledDocument;
import org.fxmisc.richtext.model.TextOps;

/** One text being edited, with or without a file. Lives on the JavaFX thread and knows no controls. */
public final class Document {
    private static final TextOps<String, Collection<String>> OPERATIONS = SegmentOps.styledTextOps();

    private final EditableStyledDocument<Collection<String>, String, Collection<String>> content =
            new SimpleEditableStyledDocument<>(List.of(), List.of());
    private final ReadOnlyObjectWrapper<Path> path = new ReadOnlyObjectWrapper<>();
    private final String title;
    private final StringExpression name;
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Notice> notice = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<TextFormat> format = new ReadOnlyObjectWrapper<>(TextFormat.STANDARD);
    private DiskStamp stamp;
    private String savedText;
    private String text;
    private long revision;

    /** A text without a file. @param title what it is called until it has one */
    Document(String title, String text) {
        this.title = title;
        this.savedText = text;
        name = Bindings.createStringBinding(this::currentName, path);
        replaceAll(text);
        content.plainChanges().subscribe(this::changed);
    }

    Document(LoadResult.Loaded loaded) {
        this(loaded.file().getFileName().toString(), loaded.text());
        path.set(loaded.file());
        format.set(loaded.format());
        stamp = loaded.stamp();
    }

    private String currentName() { return path.get() == null ? title : path.get().getFileName().toString(); }

    /** Changes the text at hand in the same place: putting it together from its paragraphs at each key would take long. */
    private void changed(PlainTextChange change) {
        if (text != null) text = text.substring(0, change.getPosition()) + change.getInserted() + text.substring(change.getRemovalEnd());
        if (text != null && text.length() != content.getLength()) text = null;
        revision++;
        dirty.set(content.getLength() != savedText.length() || !text().equals(savedText));
    }

    public EditableStyledDocument<Collection<String>, String, Collection<String>> content() { return content; }

    public String text() {
        if (text == null) text = content.getText();
        return text;
    }

    /** Grows with every change of the text. */
    public long revision() { return revision; }

    public StringExpression nameProperty() { return name; }

    public String name() { return name.get(); }

    /** The file, or null. */
    public ReadOnlyObjectProperty<Path> pathProperty() { return path.getReadOnlyProperty(); }

    public Optional<Path> path() { return Optional.ofNullable(path.get()); }

    /** Whether the text differs from what was loaded or last saved. */
    public ReadOnlyBooleanProperty dirtyProperty() { return dirty.getReadOnlyProperty(); }

    public boolean isDirty() { return dirty.get(); }

    /** Something the user should know about this text, shown above it; null for nothing. */
    public ObjectProperty<Notice> noticeProperty() { return notice; }

    /** Replaces the whole text as one undoable change. */
    public void replaceAll(String newText) {
        content.replace(0, content.getLength(), ReadOnlyStyledDocument.fromString(newText, List.of(), List.of(), OPERATIONS));
    }

    TextFormat format() { return format.get(); }

    /** How the text is spelled in its file, in words: {@code UTF-8}. */
    public ObservableValue<String> formatText() { return format.map(TextFormat::label); }

    /** From the next time on the text is saved in another encoding. */
    void encodeAs(Charset charset) { format.set(format().withCharset(charset)); }

    Optional<DiskStamp> stamp() { return Optional.ofNullable(stamp); }

    void saved(Path file, String writtenText, DiskStamp writtenStamp) {
        path.set(file);
        stamp = writtenStamp;
        savedText = writtenText;
        dirty.set(!text().equals(savedText));
    }

    void reloaded(LoadResult.Loaded loaded) {
        format.set(loaded.format());
        stamp = loaded.stamp();
        savedText = loaded.text();
        if (text().equals(savedText)) dirty.set(false);
        else replaceAll(savedText);
        notice.set(null);
    }

    /** The file has another name now. */
    public void moved(Path file) { path.set(file); }

    /** The user keeps this text although the file changed: do not ask about that version again. */
    void keepOver(DiskStamp version) {
        stamp = version;
        dirty.set(true);
        notice.set(null);
    }
}
