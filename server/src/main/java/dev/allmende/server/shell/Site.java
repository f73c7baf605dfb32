package dev.allmende.server.shell;

import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.endpoint.Inside;
import dev.allmende.apiserver.request.Answer;
import dev.allmende.apiserver.request.ApiRequest;
import dev.allmende.apiserver.request.Headers;
import dev.allmende.server.shell.account.PasswordCheck;
import dev.allmende.server.shell.github.GitHubFlow;
import dev.allmende.server.shell.live.Live;
import dev.allmende.server.shell.login.Attempts;
import dev.allmende.server.shell.login.FormTokens;
import dev.allmende.server.shell.login.Session;
import dev.allmende.server.shell.login.Sessions;
import dev.allmende.server.shell.look.Assets;
import dev.allmende.server.shell.look.Templates;
import dev.allmende.server.shell.oidc.CodeFlow;
import dev.allmende.server.shell.oidc.OidcSettings;
import dev.allmende.server.shell.page.DisplayForm;
import dev.allmende.server.shell.page.NamespacesPage;
import dev.allmende.server.shell.page.ObjectPage;
import dev.allmende.server.shell.page.PageMaker;
import dev.allmende.server.shell.page.ProblemPage;
import dev.allmende.server.shell.page.SignInPage;
import dev.allmende.server.shell.page.TopologyPage;
import dev.allmende.server.shell.resource.Api;
import dev.allmende.server.shell.visit.Addresses;
import dev.allmende.server.shell.visit.Cookies;
import dev.allmende.server.shell.visit.Form;
import dev.allmende.server.shell.visit.Refusal;
import dev.allmende.server.shell.visit.Replies;
import dev.allmende.server.shell.visit.Visit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All pages, put together, and the way of a request to one of them. */
final class Site {

    /** Reads names of namespaces, and which roles are bound there; nothing else. */
    private static final User OWN = User.of("system:allmende-web", User.MASTERS, User.AUTHENTICATED);

    private final Assets assets = new Assets();
    private final Sessions sessions;
    private final FormTokens tokens;
    private final ProblemPage problems;
    private final SignInPage signIn;
    private final Optional<CodeFlow> oidc;
    private final Optional<GitHubFlow> gitHub;
    private final ResourcePages resources;

    Site(ShellSettings settings, Inside inside) {
        this.sessions = new Sessions(settings.sessions(), settings.clock(), settings.random());
        this.tokens = new FormTokens(settings.random());
        var pages = new PageMaker(new Templates(), assets, tokens, settings.random(), settings.version());
        this.problems = new ProblemPage(pages);
        this.signIn = new SignInPage(
                pages,
                settings.accounts(),
                new PasswordCheck(settings.accounts(), settings.hashing(), settings.random()),
                new Attempts(settings.clock()),
                sessions,
                doors(settings.issuers()));
        this.oidc = settings.issuers().oidc().map(issuer -> flow(issuer, settings));
        this.gitHub = settings.issuers()
                .gitHub()
                .map(wanted -> new GitHubFlow(wanted, settings.clock(), settings.random(), signIn));
        var objects = new ObjectPage(pages);
        var topologies = new TopologyPage(pages);
        this.resources = new ResourcePages(
                inside,
                new NamespacesPage(pages, new Api(inside, OWN, "")),
                objects,
                topologies,
                pages,
                new Live(pages, objects, topologies, sessions),
                settings.clock());
    }

    private static List<SignInPage.Door> doors(Issuers issuers) {
        return Stream.concat(
                        issuers.oidc().stream().map(oidc -> new SignInPage.Door(oidc.name(), CodeFlow.START)),
                        issuers.gitHub().stream().map(gitHub -> new SignInPage.Door(gitHub.name(), GitHubFlow.START)))
                .toList();
    }

    private CodeFlow flow(OidcSettings issuer, ShellSettings settings) {
        return CodeFlow.of(issuer, issuer.tokens(settings.clock()), settings.clock(), settings.random(), signIn);
    }

    Answer answer(ApiRequest request) throws InterruptedException {
        var visit = visit(request);
        try {
            return route(visit);
        } catch (Refusal refusal) {
            return problems.show(visit, refusal);
        }
    }

    private Visit visit(ApiRequest request) {
        var cookies = Cookies.of(request.headers());
        return Visit.of(request, cookies, session(cookies));
    }

    private Optional<Session> session(Cookies cookies) {
        var secret = cookies.text(Cookies.SESSION);
        return secret.isEmpty() ? Optional.empty() : sessions.find(secret);
    }

    Optional<User> signedIn(Headers headers) {
        var session = session(Cookies.of(headers));
        session.ifPresent(sessions::use);
        return session.map(Session::user);
    }

    private Answer route(Visit visit) throws InterruptedException {
        var first = visit.parts().isEmpty() ? "" : visit.parts().getFirst();
        return switch (first) {
            case "" -> Replies.go(Addresses.NAMESPACES);
            case "assets" -> asset(visit);
            case "sign-in" -> visit.isPost() ? signIn.signIn(visit, form(visit)) : signInPage(visit);
            case "sign-out" -> signOut(visit);
            case "oidc" -> oidc(visit);
            case "github" -> gitHub(visit);
            case "display" -> DisplayForm.choose(visit, form(visit));
            case "live" -> live(visit);
            default -> page(visit);
        };
    }

    private Answer asset(Visit visit) {
        return visit.parts().size() == 3
                ? assets.answer(visit.parts().getLast()).map(Answer.class::cast).orElseThrow(Site::nowhere)
                : problems.show(visit, nowhere());
    }

    private Answer signInPage(Visit visit) {
        return visit.session().isPresent()
                ? Replies.go(Replies.ours(visit.request().query().text("return")))
                : signIn.show(visit);
    }

    private Answer signOut(Visit visit) {
        form(visit);
        return signIn.signOut(visit);
    }

    private Answer oidc(Visit visit) throws InterruptedException {
        var flow = oidc.orElseThrow(Site::nowhere);
        return switch (String.join("/", visit.parts())) {
            case "oidc/start" -> flow.begin(visit);
            case "oidc/callback" -> flow.end(visit);
            default -> throw nowhere();
        };
    }

    private Answer gitHub(Visit visit) throws InterruptedException {
        var flow = gitHub.orElseThrow(Site::nowhere);
        return switch (String.join("/", visit.parts())) {
            case "github/start" -> flow.begin(visit);
            case "github/callback" -> flow.end(visit);
            default -> throw nowhere();
        };
    }

    private Answer live(Visit visit) {
        return visit.session()
                .map(session -> resources.live(visit, session))
                .orElseGet(() -> Answer.text(401, "sign in first\n"));
    }

    private Answer page(Visit visit) {
        var session = visit.session();
        if (session.isEmpty()) {
            if (visit.isPost()) {
                throw new Refusal(403, PageMaker.texts(visit).of("signInAgain"));
            }
            return Replies.go(Addresses.signIn(visit.address()));
        }
        sessions.use(session.get());
        return switch (visit.request().method()) {
            case "GET", "HEAD" -> resources.page(visit, session.get());
            case "POST" -> resources.change(visit, session.get(), form(visit));
            default -> throw new Refusal(405, "");
        };
    }

    /**
     * The form that was sent, from a page of ours to this reader.
     *
     * @throws Refusal when it was not
     */
    private Form form(Visit visit) {
        if (!visit.isPost()) {
            throw new Refusal(405, "");
        }
        var form = Form.of(visit);
        var origin = visit.request().headers().text("Origin");
        boolean foreign = !origin.isEmpty() && !origin.equals("https://" + visit.host());
        if (foreign || visit.reader().isEmpty() || !tokens.fits(visit.reader(), form.text(Form.TOKEN))) {
            throw new Refusal(403, PageMaker.texts(visit).of("formOld"));
        }
        return form;
    }

    private static Refusal nowhere() {
        return new Refusal(404, "");
    }
}
