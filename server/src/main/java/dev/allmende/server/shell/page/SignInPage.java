package dev.allmende.server.shell.page;

import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.request.Answer;
import dev.allmende.server.shell.account.Account;
import dev.allmende.server.shell.account.Accounts;
import dev.allmende.server.shell.account.PasswordCheck;
import dev.allmende.server.shell.login.Attempts;
import dev.allmende.server.shell.login.Sessions;
import dev.allmende.server.shell.visit.Addresses;
import dev.allmende.server.shell.visit.Cookies;
import dev.allmende.server.shell.visit.Form;
import dev.allmende.server.shell.visit.Replies;
import dev.allmende.server.shell.visit.Visit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Sign in with name and password, and out again. */
public final class SignInPage {

    private static final System.Logger LOG = System.getLogger(SignInPage.class.getName());

    private final PageMaker pages;
    private final Accounts accounts;
    private final PasswordCheck passwords;
    private final Attempts attempts;
    private final Sessions sessions;
    private final List<Door> doors;

    /**
     * Another server that people may sign in at.
     *
     * @param name for people
     * @param href where that begins
     */
    public record Door(String name, String href) {}

    /** @param doors in this order */
    public SignInPage(
            PageMaker pages,
            Accounts accounts,
            PasswordCheck passwords,
            Attempts attempts,
            Sessions sessions,
            List<Door> doors) {
        this.pages = pages;
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
        this.doors = List.copyOf(doors);
    }

    public Answer.Whole show(Visit visit) {
        return show(visit, 200, visit.request().query().text("return"), "", "");
    }

    /** With what went wrong. */
    public Answer.Whole show(Visit visit, int code, String goOn, String name, String problem) {
        Map<String, Object> data = new HashMap<>();
        var ours = Replies.ours(goOn);
        data.put("goOn", ours);
        data.put("back", Addresses.part(ours));
        data.put("name", name);
        data.put("problem", problem);
        data.put("doors", doors);
        return pages.page(visit, code, "sign-in.html", PageMaker.texts(visit).of("signIn"), data);
    }

    public Answer.Whole signIn(Visit visit, Form form) throws InterruptedException {
        var name = shortened(form.text("name").strip());
        var goOn = Replies.ours(form.text("return"));
        var texts = PageMaker.texts(visit);
        var remote = visit.request().remote();
        var pause = attempts.pause(name, remote);
        if (pause.isPositive()) {
            var seconds = Long.toString(pause.toSeconds() + 1);
            return show(visit, 429, goOn, name, texts.of("signInPause", seconds))
                    .with("Retry-After", seconds);
        }
        // Counted before it is known to be wrong: many at once must not slip through.
        attempts.failed(name, remote);
        var account = passwords.check(name, form.text("password"));
        if (account.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "sign-in refused from " + remote);
            return show(visit, 401, goOn, name, texts.of("signInWrong"));
        }
        attempts.succeeded(name, remote);
        LOG.log(System.Logger.Level.INFO, "signed in: {0} from {1}", name, remote);
        visit.session().ifPresent(sessions::close);
        return signedIn(account.get(), goOn);
    }

    /** Names are remembered for a while: a long one, which is nobody's, must not fill the memory. */
    private static String shortened(String name) {
        return name.length() > Account.LONGEST_NAME ? name.substring(0, Account.LONGEST_NAME) + "\u2026" : name;
    }

    private Answer.Whole signedIn(Account account, String goOn) {
        var opened = sessions.open(
                account.user(),
                () -> accounts.find(account.name())
                        .filter(now -> now.changed().equals(account.changed())
                                && now.groups().equals(account.groups()))
                        .isPresent());
        return Replies.go(goOn)
                .with("Set-Cookie", Cookies.set(Cookies.SESSION, opened.secret(), Cookies.SameSite.STRICT));
    }

    /** Somebody whom another server vouches for, on the way back from there. */
    public Answer.Whole arrived(Visit visit, User user, BooleanSupplier stillGood, String goOn) {
        visit.session().ifPresent(sessions::close);
        LOG.log(
                System.Logger.Level.INFO,
                "signed in: {0} from {1}",
                user.name(),
                visit.request().remote());
        var groups = new ArrayList<>(user.groups());
        groups.add(User.AUTHENTICATED);
        var opened = sessions.open(new User(user.name(), user.uid(), groups, user.extra()), stillGood);
        // Lax: the browser is on its way from the other server's site and would not send a strict one.
        return Replies.go(goOn).with("Set-Cookie", Cookies.set(Cookies.SESSION, opened.secret(), Cookies.SameSite.LAX));
    }

    /**
     * Another server does not vouch for somebody.
     *
     * @param server its address
     * @param detail for the log: it may hold what strangers write
     */
    public Answer.Whole failed(Visit visit, int code, String server, String why, String detail) {
        LOG.log(System.Logger.Level.WARNING, "sign-in at {0} failed: {1}: {2}", server, why, detail);
        return show(visit, code, "", "", PageMaker.texts(visit).of("signInOidcFailed", why));
    }

    public Answer.Whole signOut(Visit visit) {
        visit.session().ifPresent(sessions::close);
        return Replies.go(Addresses.SIGN_IN).with("Set-Cookie", Cookies.clear(Cookies.SESSION));
    }
}
