//! The words of page furniture in English, German, French and Spanish: data, no logic.
//!
//! A phrase is written in lower case without marks, `#` for a number. Alone it is the whole line
//! (numbers aside); `phrase …` starts one, `… phrase` ends a short one, `… phrase …` stands
//! anywhere in one, `phrase:` stands before a colon. Commas part them.

use super::Furniture;

/// How much a phrase tells, the most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// Furniture wherever it stands.
    Anywhere,
    /// Opens what follows an article: lists of other articles, comments.
    Closing,
    /// Furniture above the title, between title and text, and behind the text.
    Edge,
}

/// What each phrase is and how much it tells.
pub(super) const PHRASES: &[(Furniture, Weight, &str)] = &[
    (
        Furniture::AboutAuthor,
        Weight::Closing,
        "about the author, about the authors, about the writer, über den autor, über die autorin, \
         zur person, sur l auteur, à propos de l auteur, sobre la firma, sobre el autor, \
         sobre la autora",
    ),
    (
        Furniture::Advertisement,
        Weight::Anywhere,
        "advertisement, advertising, ad, ads, sponsored, sponsored content, promoted, \
         promoted content, paid content, paid post, story continues below …, \
         article continues below …, article continues after …, continue reading below …, \
         continues after advertisement, scroll to continue, scroll down for more …, \
         skip advertisement, advertisement story continues below, remove ads, anzeige, anzeigen, \
         werbung, nach der anzeige geht es weiter, weiter nach der anzeige, publicité, \
         la suite après cette publicité, publicidad, anuncio, contenido patrocinado",
    ),
    (
        Furniture::Comments,
        Weight::Closing,
        "read comments, see all comments, comments, comment, reader comments, \
         join the conversation, join the discussion, leave a comment, leave a reply, \
         post a comment, add a comment, view comments, view all comments, show comments, \
         be the first to comment, what do you think, conversation, discussion, # responses to …, \
         kommentare, kommentar schreiben, leserkommentare, diskutieren sie mit, \
         zu den kommentaren, commentaires, laisser un commentaire, lire les commentaires, réagir, \
         réagissez à cet article, vos réactions, comentarios, deja un comentario, \
         deja tu comentario, ver comentarios, comenta esta noticia",
    ),
    (
        Furniture::Contact,
        Weight::Edge,
        "media contact, media contacts, press contact, media enquiries, pressekontakt, \
         contact presse, contacto de prensa, our address, address, e mail:, email:, mail:, tel:, \
         telephone:, phone:, fax:, telefon:, téléphone:, tél:, teléfono:, contact:, contact us …, \
         contact the newsroom …, do you have a story …, got a story …, got a tip …, anschrift, \
         adresse, kontakt:, schreiben sie uns …, dirección:, contacto:, mailing address, \
         our mailing address is",
    ),
    (
        Furniture::Cookies,
        Weight::Anywhere,
        "… we use cookies …, … we and our partners …, … this site uses cookies …, \
         … this website uses cookies …, accept all, accept cookies, accept all cookies, \
         reject all, manage cookies, manage preferences, cookie settings, cookie policy, \
         your privacy choices, do not sell …, i accept, … verwenden cookies …, \
         … nutzen cookies …, alle akzeptieren, alle cookies akzeptieren, cookie einstellungen, \
         privatsphäre einstellungen, … utilisons des cookies …, … utilise des cookies …, \
         tout accepter, tout refuser, paramétrer les cookies, gérer les cookies, \
         continuer sans accepter, … utilizamos cookies …, … usamos cookies …, \
         … utiliza cookies …, aceptar todas, aceptar cookies, rechazar todas, configurar cookies",
    ),
    (
        Furniture::Copyright,
        Weight::Anywhere,
        "a version of this article appears in print …, order reprints, © …, copyright © …, \
         copyright # …, copyright c # …, c # …, … all rights reserved …, republication of …, \
         reproduction of …, … may not be published broadcast …, … may not be reproduced …, \
         any citation must …, … without written permission …, … without prior permission …, \
         text is available under …, … creative commons attribution …, terms of use apply …, \
         … alle rechte vorbehalten …, nachdruck …, vervielfältigung …, … tous droits réservés …, \
         reproduction interdite …, toute reproduction …, … todos los derechos reservados …, \
         prohibida la reproducción …, prohibida su reproducción …, \
         queda prohibida la reproducción …",
    ),
    (
        Furniture::DateLine,
        Weight::Edge,
        "published, updated, # min read, # mins read, # minute read, # minutes read, min read, \
         heard on …, reading time …, estimated reading time …, lesezeit …, lesedauer …, \
         # min lesezeit, temps de lecture …, lecture # min, # min de lecture, # min de lectura, \
         tiempo de lectura …, # minutos de lectura, … hours ago, … hour ago, … minutes ago, \
         … days ago, … day ago, this page was last edited …, this page was last modified …, \
         last updated …, updated:, published:, posted:, zuletzt aktualisiert …, aktualisiert …, \
         veröffentlicht …, stand:, publié le …, mis à jour le …, publicado el …, publicado:, \
         actualizado …",
    ),
    (
        Furniture::Follow,
        Weight::Anywhere,
        "follow us, follow us on …, follow us:, follow, follow the author, follow on …, \
         find us on …, like us on …, join us on …, connect with us, follow @ …, get our app, \
         download our app …, download the app …, add us on google …, folgen sie uns …, \
         folge uns …, folgen, suivez nous …, nous suivre, síguenos …, síguenos en …, seguir",
    ),
    (
        Furniture::Login,
        Weight::Anywhere,
        "log in, login, log out, sign in, signin, sign out, sign up, register, register now, \
         create account, create an account, create free account, my account, your account, \
         password recovery, forgot password, forgot your password …, not registered yet …, \
         i have an account …, already have an account …, already registered …, \
         don t have an account …, log in or sign up …, log in sign up, sign in register, \
         log in register, login register, you must be logged in …, anmelden, einloggen, abmelden, \
         registrieren, jetzt registrieren, mein konto, passwort vergessen, anmelden registrieren, \
         se connecter, connexion, s identifier, s inscrire, créer un compte, mon compte, \
         mot de passe oublié, se déconnecter, iniciar sesión, inicia sesión, regístrate, \
         registrarse, mi cuenta, crear cuenta, olvidé mi contraseña, cerrar sesión",
    ),
    (
        Furniture::Login,
        Weight::Edge,
        "… log in, … sign up, … sign in, … register, … recover, username, password, remember me, \
         recover, benutzername, passwort, mot de passe, contraseña",
    ),
    (
        Furniture::MailHead,
        Weight::Anywhere,
        "forwarded message, begin forwarded message, original message, weitergeleitete nachricht, \
         ursprüngliche nachricht, message transféré, mensaje reenviado, sent from my …, \
         get outlook for …, von meinem iphone gesendet, envoyé de mon …, enviado desde mi …",
    ),
    (
        Furniture::Menu,
        Weight::Edge,
        "skip to …, jump to …, homepage, accessibility links, accessibility help, … latest, home, \
         latest, latest news, breaking, breaking news, top stories, news, world, uk, us, us news, \
         world news, europe, africa, asia, local, local news, politics, business, economy, \
         markets, money, sport, sports, football, culture, arts, entertainment, lifestyle, life, \
         style, food, opinion, analysis, comment is free, editorial, editorials, columns, \
         letters, obituaries, tech, technology, science, environment, climate, health, education, \
         travel, video, videos, photos, pictures, galleries, podcast, podcasts, live, tv, radio, \
         weather, crossword, games, shop, jobs, property, classifieds, events, magazine, archive, \
         archives, more, menu, sections, all sections, search, close, open menu, close menu, \
         skip to content, skip to main content, skip to navigation, jump to content, about, \
         about us, contact, contact us, terms, terms of use, terms of service, \
         terms and conditions, privacy, privacy policy, privacy notice, advertise, \
         advertise with us, careers, help, faq, rss, sitemap, site map, accessibility, \
         corrections, imprint, back to top, top, e paper, epaper, startseite, nachrichten, \
         aktuelles, lokales, regional, politik, wirtschaft, kultur, panorama, meinung, wetter, \
         ratgeber, digital, wissen, gesellschaft, unterhaltung, leben, menü, suche, suchen, \
         zum inhalt springen, zum inhalt, nach oben, impressum, datenschutz, \
         datenschutzerklärung, agb, kontakt, mediadaten, abo, abo service, über uns, hilfe, \
         accueil, actualités, actualité, actu, à la une, monde, international, france, politique, \
         société, économie, sciences, idées, débats, régions, météo, rechercher, recherche, \
         aller au contenu, mentions légales, cgu, cgv, confidentialité, \
         politique de confidentialité, qui sommes nous, nous contacter, plan du site, aide, \
         haut de page, inicio, portada, última hora, mundo, españa, internacional, nacional, \
         política, economía, deportes, cultura, sociedad, opinión, ciencia, tecnología, salud, \
         vídeos, el tiempo, menú, buscar, ir al contenido, aviso legal, política de privacidad, \
         política de cookies, contacto, quiénes somos, publicidad en el diario, hemeroteca, \
         mapa web, accesibilidad, disclaimers, about wikipedia, developers, statistics, \
         cookie statement, mobile view, code of conduct, main page, random article, contents, \
         talk, read, edit, view history, tools, forum, forums, thread, new posts, members",
    ),
    (
        Furniture::Newsletter,
        Weight::Anywhere,
        "newsletter, newsletters, our newsletter, sign up for our …, sign up for the …, \
         sign up to our …, sign up to the …, sign up here, sign up now, subscribe to our …, \
         subscribe to the newsletter …, … straight to your inbox …, … in your inbox …, \
         … delivered to your inbox …, enter your email …, your email, email address, \
         your email address, your e mail address, unsubscribe, unsubscribe …, \
         you are receiving this …, you re receiving this …, you received this …, \
         view this email in …, view in browser, view online, update your preferences …, \
         update profile, manage your preferences, manage subscriptions, forward to a friend, \
         forward this email …, was this forwarded to you …, was this email forwarded …, \
         thank you for signing up …, newsletter abonnieren, zum newsletter …, jetzt newsletter …, \
         melden sie sich für unseren newsletter …, abonnieren sie unseren newsletter …, \
         ihre e mail adresse, newsletter abbestellen, inscrivez vous à notre …, \
         recevez notre newsletter …, … abonnez vous à la newsletter …, votre adresse e mail, \
         se désabonner, suscríbete a nuestro …, suscríbete a nuestra …, recibe las noticias …, \
         recibe nuestra …, tu correo electrónico, darse de baja, apúntate a …",
    ),
    (
        Furniture::PageControl,
        Weight::Anywhere,
        "zur merkliste hinzufügen, auf die merkliste, artikel zum hören …, \
         continue reading the main story, feedback, listen to this article …, listen to article, \
         listen to this story …, listen, read aloud, text size, font size, print this page, \
         print article, play video, watch live, toggle caption, hide caption, enlarge this image, \
         enlarge image, view fullscreen, view gallery, view image in fullscreen, \
         report an error …, report a correction …, suggest a correction, load more, show more, \
         see more, view more, read full story, continue reading, reply, quote, report, \
         report post, like, page # of #, next, next page, previous, previous page, \
         jump to navigation, jump to search, jump to navigation jump to search, \
         from wikipedia the free encyclopedia, # minute listen, download, embed, vorlesen, \
         artikel anhören, artikel drucken, artikel merken, merken, schriftgröße, mehr anzeigen, \
         weiterlesen, vergrößern, bild vergrößern, antworten, zitieren, melden, \
         écouter l article …, écouter, lire plus tard, ajouter à vos sélections, \
         offrir cet article, voir plus, lire la suite, répondre, signaler, escuchar, \
         escuchar esta noticia …, guardar noticia, ver más, leer más, seguir leyendo, responder, \
         denunciar, joined:, posts:, likes:, location:, add to reading list, bookmark, save, \
         save article, saved, gift this article, give this article, transcript, mute, expand",
    ),
    (
        Furniture::PhotoCredit,
        Weight::Anywhere,
        "photo:, photos:, photo by …, photos by …, photograph:, photography:, photo credit:, \
         image:, image credit:, image source …, image caption …, credit:, picture:, pic:, video:, \
         illustration:, file photo …, … file photo, … getty images …, … ap photo …, \
         … shutterstock …, … handout via …, foto:, fotos:, bild:, bildquelle:, symbolbild …, \
         symbolfoto …, … picture alliance …, … dpa archiv …, crédit photo …, crédit:, crédits:, \
         photo d illustration …, photo d archives …, imagen:, foto de archivo …, \
         imagen de archivo …, … via reuters, … efe archivo",
    ),
    (
        Furniture::Related,
        Weight::Anywhere,
        "read more, read more:, read also, read also:, read next, read next:, also read, \
         also read:, see also:, related, related:, related story, related story:, \
         related article, more:, watch:, watch, listen:, in case you missed it, don t miss, \
         don t miss:, you might also like:, must read, must read:, lesen sie auch, \
         lesen sie auch:, lesen sie auch …, lesen sie mehr …, auch interessant, \
         auch interessant:, mehr dazu, mehr dazu:, siehe auch:, lire aussi, lire aussi:, \
         à lire aussi, à lire aussi:, à lire, lire aussi …, à lire aussi …, voir aussi:, \
         lee también, lee también:, lea también, lea también:, también te puede interesar:, \
         más información, más información:, te recomendamos:",
    ),
    (
        Furniture::Related,
        Weight::Closing,
        "verwandte artikel, also from this source, related internet links, ähnliche artikel, \
         more on this story, more on this topic, more from …, more stories, more news, more in …, \
         related articles, related stories, related content, related topics, related posts, \
         related news, related links, related coverage, you may also like, you might also like, \
         recommended, recommended for you, recommended stories, editor s picks, editors picks, \
         most read, most popular, most viewed, most shared, trending, trending now, popular, \
         what to read next, up next, latest stories, recent posts, from our partners, \
         from around the web, around the web, see also, external links, references, \
         further reading, notes and references, similar threads, elsewhere on …, mehr zum thema, \
         mehr aus …, mehr artikel, das könnte sie auch interessieren, \
         das könnte dich auch interessieren, meistgelesen, meistgelesene artikel, \
         empfohlene artikel, weitere artikel, weitere themen, weitere nachrichten, \
         sur le même sujet, sur le même thème, les plus lus, articles les plus lus, \
         dans la même rubrique, contenus sponsorisés, à lire également, vous aimerez aussi, \
         nos derniers articles, te puede interesar, también te puede interesar, lo más leído, \
         lo más visto, noticias relacionadas, más noticias, artículos relacionados, \
         le puede interesar",
    ),
    (
        Furniture::Share,
        Weight::Anywhere,
        "share, shares, share this, share this article, share this story, share this page, \
         share this post, share article, share on …, share via …, share with …, share save, \
         share options, share full article, tweet, tweet this, copy link, copy link to clipboard, \
         link copied, email this article, email article, send by email, click to share …, teilen, \
         artikel teilen, beitrag teilen, auf facebook teilen, auf twitter teilen, \
         auf whatsapp teilen, per mail teilen, per whatsapp teilen, per e mail teilen, \
         link kopieren, partager, partager l article, partager cet article, partager sur …, \
         partager par …, envoyer par e mail, copier le lien, compartir, compartir en …, \
         comparte esta noticia, compartir por …, copiar enlace, enviar por correo …",
    ),
    (
        Furniture::Subscription,
        Weight::Anywhere,
        "subscribe for …, subscribe, subscribe now, subscribe today, subscriber only, \
         subscribers only, for subscribers, already a subscriber …, already a member …, \
         become a member …, become a subscriber …, this article is for subscribers …, \
         … to continue reading …, start your free trial …, try it free …, support us …, \
         support our journalism …, support local journalism …, support independent journalism …, \
         donate, donate now, make a donation …, buy me a coffee, gift subscription, abonnieren, \
         jetzt abonnieren, jetzt testen, jetzt abo …, schon abonnent …, bereits abonnent …, \
         nur für abonnenten, weiterlesen mit …, s abonner, abonnez vous, abonnez vous …, \
         je m abonne, déjà abonné …, article réservé aux abonnés, réservé aux abonnés, \
         il vous reste …, la suite est réservée …, suscríbete, suscríbete …, suscribirse, \
         ya soy suscriptor, ya eres suscriptor …, hazte socio …, \
         contenido exclusivo para suscriptores, solo para suscriptores",
    ),
    (
        Furniture::Tags,
        Weight::Edge,
        "mehr lesen über …, tags, tags:, topics, topics:, filed under …, filed under:, \
         posted in …, category:, categories:, keywords:, tagged …, in this story, labels:, \
         hidden categories:, schlagworte, schlagworte:, schlagwörter:, themen, themen:, \
         stichworte:, rubrik:, mots clés, mots clés:, thèmes:, tags associés, sujets:, \
         étiquettes:, etiquetas, etiquetas:, temas:, temas, archivado en:, archivado en, \
         más sobre:",
    ),
    (
        Furniture::WebAddress,
        Weight::Edge,
        "url:, link:, source:, permalink:, read at:, read online:, original:, retrieved from …, \
         quelle:, fuente:, lien:, enlace:",
    ),
];

/// Names of services that articles are shared by: a line of nothing else is a row of buttons.
pub(super) const SERVICES: &str = "facebook twitter whatsapp linkedin pinterest reddit telegram messenger bluesky mastodon \
    flipboard instagram youtube tiktok threads tweet share email print pocket xing viber snapchat \
    tumblr teilen drucken partager imprimer compartir imprimir";

/// Small words that may stand in a row of buttons.
pub(super) const BETWEEN_SERVICES: &str =
    "x on via by mail e auf per sur par en por link copy save and rss #";
