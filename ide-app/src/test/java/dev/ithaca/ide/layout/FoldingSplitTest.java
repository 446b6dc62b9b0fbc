package dev.ithaca.ide.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Parts come back with the size they had, however often. */
@ExtendWith(ApplicationExtension.class)
class FoldingSplitTest {
    private final Region tree = new Region();
    private final Region editor = new Region();
    private final Region monitor = new Region();
    private FoldingSplit split;

    @Start void start(Stage stage) {
        split = new FoldingSplit(Orientation.HORIZONTAL).with(tree, 200).with(editor, 0).with(monitor, 300);
        stage.setScene(new Scene(split, 1000, 400));
        stage.sizeToScene();
        stage.show();
    }

    private static void run(Runnable action) throws Exception { WaitForAsyncUtils.asyncFx(action).get(30, TimeUnit.SECONDS); }

    private void layOut() {
        split.applyCss();
        split.layout();
    }

    @Test void foldingAndUnfoldingKeepsSizes() throws Exception {
        for (int i = 0; i < 5; i++) {
            run(() -> {
                split.shownProperty(tree).set(false);
                split.shownProperty(editor).set(false);
                layOut();
                assertThat(monitor.getWidth()).isGreaterThan(990);
                split.shownProperty(tree).set(true);
                split.shownProperty(editor).set(true);
                layOut();
            });
            run(this::layOut);
        }
        run(() -> {
            assertThat(tree.getWidth()).isCloseTo(200, within(1.0));
            assertThat(monitor.getWidth()).isCloseTo(300, within(1.0));
        });
    }
}
