package dev.allmende.server.shell.account;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Compares passwords. A name that does not exist costs as much time as one that does, so that time tells no names; no more
 * than two are compared at once, so that guessing cannot take the processor away from the API.
 */
public final class PasswordCheck {

    private static final int AT_ONCE = 2;

    private final Accounts accounts;
    private final PasswordHash nobody;
    private final Semaphore room = new Semaphore(AT_ONCE);

    public PasswordCheck(Accounts accounts, int iterations, SecureRandom random) {
        this.accounts = accounts;
        this.nobody = PasswordHash.ofNothing(iterations, random);
    }

    /** The account, if there is one of that name and the password is its own. */
    public Optional<Account> check(String name, String password) throws InterruptedException {
        if (password.length() > Passwords.LONGEST) {
            return Optional.empty();
        }
        var account = accounts.find(name);
        room.acquire();
        try {
            boolean fits = account.map(Account::password).orElse(nobody).fits(password.toCharArray());
            return fits ? account : Optional.empty();
        } finally {
            room.release();
        }
    }
}
