package dev.allmende.status.lifecycle;

/** Told how far a life has come. */
public interface Steps {

    /** @param step a word that stays, fit for figures: no name, no identifier */
    void begins(String step);

    void ended(String step);
}
