package dev.allmende.server.shell.account;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * The local users of one server, in a file of the keys folder that only its owner can read. The command line changes it
 * while a server runs: the server sees that with the next request, for it looks at the file's time each time.
 */
public final class Accounts {

    public static final String FILE = "users.json";
    public static final String ADMINISTRATOR = "admin";

    private final Path file;
    private final int iterations;
    private final InstantSource clock;
    private final SecureRandom random;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Seen seen = new Seen("", List.of());

    /** @param stamp of the file when it was read */
    private record Seen(String stamp, List<Account> accounts) {}

    /** @param iterations of the hash of new passwords, see {@link PasswordHash#ITERATIONS} */
    public Accounts(Path keys, int iterations, InstantSource clock, SecureRandom random) {
        this.file = keys.resolve(FILE);
        this.iterations = iterations;
        this.clock = clock;
        this.random = random;
    }

    /** Where the first administrator's password is kept until another is set. */
    public Path firstPassword() {
        return file.resolveSibling("admin.password");
    }

    /** @throws java.io.UncheckedIOException when the file is there and cannot be read */
    public List<Account> all() {
        var stamp = AccountFile.stamp(file);
        if (!stamp.equals(seen.stamp())) {
            reading.lock();
            try {
                seen = new Seen(stamp, AccountFile.read(file));
            } finally {
                reading.unlock();
            }
        }
        return seen.accounts();
    }

    public Optional<Account> find(String name) {
        return all().stream().filter(account -> account.name().equals(name)).findFirst();
    }

    /** Makes the first administrator. Empty when there is a file of users already, be it without any. */
    public Optional<String> firstAdministrator() throws IOException {
        if (Files.exists(file)) {
            return Optional.empty();
        }
        var password = Passwords.random(random);
        add(ADMINISTRATOR, List.of(dev.allmende.apiserver.authn.User.MASTERS), password);
        return Optional.of(password);
    }

    /** @throws IllegalArgumentException when there is one of that name, or the name or the password will not do */
    public void add(String name, List<String> groups, String password) throws IOException {
        var account = new Account(Account.checkedName(name), groups, hashed(password), clock.instant());
        change(accounts -> {
            if (find(accounts, name).isPresent()) {
                throw new IllegalArgumentException(
                        "there is a user %s already: allmende user password %s sets another password"
                                .formatted(name, name));
            }
            var more = new ArrayList<>(accounts);
            more.add(account);
            return more;
        });
    }

    /** @throws IllegalArgumentException when there is none of that name, or the password will not do */
    public void password(String name, String password) throws IOException {
        var hash = hashed(password);
        change(accounts -> {
            existing(accounts, name);
            return accounts.stream()
                    .map(account -> account.name().equals(name) ? account.withPassword(hash, clock.instant()) : account)
                    .toList();
        });
        forgetFirstPassword(name);
    }

    /** @throws IllegalArgumentException when there is none of that name */
    public void remove(String name) throws IOException {
        change(accounts -> {
            existing(accounts, name);
            return accounts.stream()
                    .filter(account -> !account.name().equals(name))
                    .toList();
        });
        forgetFirstPassword(name);
    }

    private void forgetFirstPassword(String name) throws IOException {
        if (name.equals(ADMINISTRATOR)) {
            Files.deleteIfExists(firstPassword());
        }
    }

    private PasswordHash hashed(String password) {
        return PasswordHash.of(Passwords.checked(password).toCharArray(), iterations, random);
    }

    private static Optional<Account> find(List<Account> accounts, String name) {
        return accounts.stream().filter(account -> account.name().equals(name)).findFirst();
    }

    private static void existing(List<Account> accounts, String name) {
        if (find(accounts, name).isEmpty()) {
            throw new IllegalArgumentException("there is no user %s: allmende user list shows them".formatted(name));
        }
    }

    /** One at a time, also among processes. */
    private void change(UnaryOperator<List<Account>> change) throws IOException {
        reading.lock();
        try (var lock = FileChannel.open(
                        file.resolveSibling("users.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = lock.lock()) {
            AccountFile.write(file, change.apply(AccountFile.read(file)));
        } finally {
            reading.unlock();
        }
    }
}
