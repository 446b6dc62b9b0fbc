package dev.ithaca.ide.search;

import dev.ithaca.ide.layout.PlaceList;
import dev.ithaca.ide.task.Debounce;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** Search and replace in all files: what to look for, and the places as a list; a click goes there. */
public final class SearchView extends BorderPane {
    private final ProjectSearch search;
    private final TextField query = new TextField();
    private final TextField replacement = new TextField();
    private final SearchOptions options = new SearchOptions(this::searchSoon);
    private final PlaceList<Hit> list;
    private final Debounce quiet = new Debounce(Duration.millis(150), this::search);

    public SearchView(ProjectSearch search, Consumer<Hit> open) {
        this.search = search;
        list = new PlaceList<>("search-hits", "Places found", search.hits(), search.summaryProperty(), open);
        list.setCellFactory(view -> new Cell());
        query.setId("search-query");
        query.setPromptText("Find in files");
        query.setPrefColumnCount(20);
        replacement.setId("search-replacement");
        replacement.setPromptText("Replace with");
        replacement.setPrefColumnCount(14);
        Button replaceAll = new Button("Replace all");
        replaceAll.setId("search-replace-all");
        replaceAll.getStyleClass().add("small");
        replaceAll.setMinWidth(Region.USE_PREF_SIZE);
        replaceAll.disableProperty().bind(Bindings.isEmpty(search.hits()));
        replaceAll.setOnAction(event -> search.replaceAll(replacement.getText()));
        Label summary = new Label();
        summary.textProperty().bind(search.summaryProperty());
        summary.getStyleClass().add("text-muted");
        HBox top = new HBox(query, options, replacement, replaceAll, summary);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().addAll("find-bar", "find-row");
        setTop(top);
        setCenter(list);
        query.textProperty().addListener((property, old, now) -> quiet.touch());
        query.setOnAction(event -> enter());
        query.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) enter();
        });
    }

    private void searchSoon() { quiet.touch(); }

    private void search() { search.search(options.query(query.getText())); }

    /** Searches anew, since files may have changed, and goes into the list. */
    private void enter() {
        search();
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) list.getSelectionModel().selectFirst();
    }

    /** @param selected what to look for at first; empty to go on with what was looked for last */
    public void open(String selected) {
        if (!selected.isEmpty()) query.setText(selected);
        query.requestFocus();
        query.selectAll();
        search();
    }

    private static final class Cell extends ListCell<Hit> {
        private final Label place = new Label();
        private final Label before = new Label();
        private final Label match = new Label();
        private final Label after = new Label();
        private final HBox text = new HBox(before, match, after);
        private final HBox box = new HBox(place, text);

        Cell() {
            box.setAlignment(Pos.CENTER_LEFT);
            text.setAlignment(Pos.CENTER_LEFT);
            box.getStyleClass().add("search-hit");
            place.getStyleClass().add("search-place");
            for (Label part : List.of(before, match, after)) part.getStyleClass().add("search-code");
            match.getStyleClass().add("search-match");
            for (Label part : List.of(place, before, match)) part.setMinWidth(USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override protected void updateItem(Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            setGraphic(empty ? null : box);
            if (empty) return;
            place.setText(hit.name() + ":" + hit.line());
            before.setText(hit.before());
            match.setText(hit.match());
            after.setText(hit.after());
            setAccessibleText(hit.name() + " line " + hit.line() + ": " + hit.before() + hit.match() + hit.after());
        }
    }
}
