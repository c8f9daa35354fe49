package dev.retort.ui.profile;

/** Where the list of profiles leads to. */
public interface ProfileActions {

  /** Opens the form for a new profile. */
  void create();

  /**
   * Opens the form for one of the user's own.
   *
   * @param copy whether to make another one like it
   */
  void edit(ProfileEntry entry, boolean copy);

  /** Opens the file that a profile stands in. */
  void openFile(ProfileEntry entry);
}
