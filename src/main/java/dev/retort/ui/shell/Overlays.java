package dev.retort.ui.shell;

import dev.retort.ui.widget.action.Actions;
import dev.retort.ui.widget.action.KeyBinder;
import dev.retort.ui.widget.action.KeySheet;
import dev.retort.ui.widget.action.PaletteModel;
import dev.retort.ui.widget.action.PaletteView;
import dev.retort.ui.widget.notice.Notices;
import dev.retort.ui.widget.notice.NoticesView;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/**
 * The window's content with what lies over it at times: notices, the palette, the sheet of keys.
 */
final class Overlays extends StackPane {
  private static final List<KeySheet.Extra> ROW_KEYS =
      List.of(
          new KeySheet.Extra("Rows of the graph", "Open the revision", "Enter"),
          new KeySheet.Extra("Rows of the graph", "To a parent, to a child", "P or C"),
          new KeySheet.Extra("Rows of the graph", "The same, to the second one", "Shift+P"),
          new KeySheet.Extra("Rows of the graph", "To the next head", "H"));

  private final Actions actions;
  private final PaletteModel palette;
  private final KeySheet keys;

  Overlays(Node content, Actions actions, PaletteModel palette, Notices notices) {
    this.actions = actions;
    this.palette = palette;
    this.keys = new KeySheet(actions, ROW_KEYS);
    NoticesView board = new NoticesView(notices);
    StackPane.setAlignment(board, Pos.BOTTOM_RIGHT);
    StackPane.setMargin(board, new Insets(0, 16, 88, 0));
    getChildren().addAll(content, board, new PaletteView(palette), keys);
  }

  /** Lets the keys of the actions, and that of the palette, work in the scene this is shown in. */
  void bindKeys(Scene scene) {
    KeyBinder.bind(scene, actions);
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          boolean open = palette.openProperty().get();
          if (event.isShortcutDown() && event.getCode() == KeyCode.K && !open) {
            openPalette();
            event.consume();
          }
        });
  }

  /** Opens the palette. */
  void openPalette() {
    if (!keys.isVisible()) {
      palette.open();
    }
  }

  /** Opens the sheet of keys. */
  void openKeys() {
    keys.open();
  }
}
