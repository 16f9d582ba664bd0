"""German signs: what a message shows of a proposal, a refusal, a report or a plan. Same lists as in signs_en.py."""

from typing import Final

SIGNS: Final[dict[str, str]] = {
    "should": """
        sollten, sollte, solten, soll, sollen, muss, müssen, müsen, müsste, müssten, müßte, gehört auf,
        gehört, gehören, verpflichtet, zwingend, hat zu, haben zu, wird erwartet, auftrag
    """,
    "could": """
        könnte, könnten, kann, können, könen, könt, dürfte, dürfen, darf, möglich, möglichkeit, vielleicht,
        eventuell, denkbar, machbar, lässt sich
    """,
    "would": """
        würde, würden, wäre, wären, wär, hätte, hätten, fände, täte, bräuchte, bräuchten, würd
    """,
    "want": """
        will, wollen, möchte, möchten, wünsche, wünscht, wünschen, wünschte, gern, gerne, hätte gern, hätte
        gerne, bitte um, fordere, fordern, fordert, lust auf, träume, ambition, anspruch, auch kriegen,
        kriegen
    """,
    "need": """
        brauche, brauchen, braucht, bräuchte, bräuchten, mangelt, nötig, benötigen, benötigt, schreit nach,
        verdient, verdienen, unverzichtbar, vermisse, geht nicht ohne, überfällig
    """,
    "propose": """
        vorschlag, schlage vor, vorschlagen, schlägt vor, empfehle, empfehlen, empfiehlt, rate, anregen, rege
        an, anregung, idee, ideen, wie wäre es, ich wär für, bin für, ich bin für, dafür, plädiere, stimme
        für, antrag, mein tipp, tipp, erwägen, ansehen, anschauen, vorstellen, diskutieren
    """,
    "whatif": """
        wie wäre es, wie wärs, wie wär's, was wäre wenn, was wäre, was haltet ihr, was meint ihr, was hältst
        du, oder was meint, meint ihr nicht, wer macht mit, wer hat lust, jemand lust, warum nicht, warum
        haben wir, wieso haben wir, weshalb haben wir, sollten wir nicht, sollen wir, wollen wir, könnten wir,
        können wir, wäre es denkbar, wäre es möglich, ob wir, ob nicht, oder, hätte jemand, würdet ihr, dürfte
        ich, dürften wir, stellt euch vor, wann kriegen wir, wann bekommen wir, was spricht dagegen, jemand
        dagegen, warum eigentlich
    """,
    "lets": """
        lass uns, lasst uns, lassen sie uns, los, los gehts, auf gehts, zeit für, höchste zeit, es wird zeit,
        packen wir, gehen wir, machen wir, starten wir, nehmen wir, wir starten, dann doch, einfach, mach
        doch, macht doch, her mit, und zwar sofort, auf zu, nichts wie
    """,
    "will": """
        wird, werden, werde, ab januar, ab februar, ab märz, ab april, ab mai, ab juni, ab juli, ab august, ab
        september, ab oktober, ab november, ab dezember, ab montag, ab sofort, ab nächster, künftig,
        zukünftig, kommen, startet, bekommt, bekommen, bekommt einen, erhält, läuft alles, bis jahresende,
        macht's, macht das
    """,
    "start": """
        gründen, gründe, starten, starte, startet, eröffnen, eröffne, eröffnet, einrichten, richten, richte,
        einführen, eingeführt, führen, aufmachen, aufsetzen, setzen, setze, anlegen, legen, lege, aufbauen,
        bauen, baue, anschaffen, kaufen, beschaffen, einsetzen, ausrollen, rollen, installieren,
        bereitstellen, launchen, launch, hochziehen, herausgeben, erstellen, erstelle, erstellt, schaffen,
        implementieren, etablieren, wiederbeleben, beleben, reaktivieren, abonnieren, produzieren, entwickeln,
        lancieren, ins leben rufen, auf die beine
    """,
    "starting": """
        gründung, einführung, start, aufbau, einrichtung, eröffnung, anschaffung, kauf, umstieg, umstieg auf,
        wechsel zu, wechsel auf, launch, anzulegen, einzurichten, einzuführen, aufzubauen, zu gründen, zu
        starten, aufzumachen, aufzusetzen, anzuschaffen, erstellung, rollout, wiederbelebung
    """,
    "started": """
        gegründet, gestartet, eröffnet, eingerichtet, aufgemacht, aufgesetzt, angelegt, aufgebaut, gekauft,
        abgeschafft, eingestellt, abgeschaltet, geschlossen, gelöscht, umgestellt, umgezogen, probiert,
        ausgerollt, beendet, zusammengelegt, abgelehnt, verworfen, gestoppt, hatten eingeführt, wurde
        eingeführt, ist umgezogen
    """,
    "take": """
        hat, habe, gibt, posten, postet, schreiben, halten, behalten
    """,
    "move": """
        wechseln, wechseln zu, wechsel, umsteigen, umsteigen auf, umziehen, umziehen auf, migrieren,
        umstellen, verlagern, ersetzen, weg von, hin zu, auf insta, auf instagram, auf instagramm, auf
        linkedin, auf tiktok, auf facebook, auf mastodon, sichtbar, sichtbar werden, präsent, präsent sein,
        vertreten, vertreten sein, alles über, statt e-mail, statt mail, statt e mail
    """,
    "praise": """
        gut, gute, guter, gutes, schön, schöne, schönes, super, toll, tolle, mega, cool, prima, hilfreich,
        nützlich, praktisch, ideal, perfekt, lösung, helfen, hilft, würde helfen, hülfe, sinnvoll, sinn,
        spannend, lohnt, bringt, verbessern, einfacher, kostenlos, genial, klasse, dauert keine stunde, wert,
        modern
    """,
    "hype": """
        alle haben, alle anderen, die andern, die anderen, jeder hat, jeder hört, das hört doch, längst, den
        gibt es nicht, sonst, heute, heutzutage, nebenan, wie die, hat längst einen, sind da alle,
        imagewechsel, überall
    """,
    "new": """
        neu, neue, neuer, neues, neuen, neuem, eigen, eigene, eigener, eigenes, eigenen, intern, interne,
        internes, internen, weiterer, weitere, gemeinsame, gemeinsamen, gemeinsames, klein, kleiner, kleines,
        kleinen, echte, echtes, echten, richtige, richtiger, richtiges, richtigen, monatlich, monatlicher,
        monatlichen, digital, digitale, digitales, auch, online, so ein, so einen, so eine, son, sone
    """,
    "todo": """
        top, tagesordnung, protokoll, maßnahmen, aufgabe, aufgaben, todo, nächste schritte, ziel, konzept,
        plan, idee, auftrag, punkt, antrag, haushalt
    """,
    "soon": """
        sofort, bald, möglichst bald, morgen, heute, jetzt, ab montag, ab januar, ab juli, nächste woche,
        nächsten monat, nächstes jahr, dieses jahr, diesen monat, diese woche, im herbst, im frühjahr, im
        sommer, im winter, bis jahresende, bis weihnachten, bis freitag, bis ostern, zum jahreswechsel,
        dringend, umgehend, schnell, noch vor, asap, demnächst, kurzfristig, endlich, wann
    """,
    "not": """
        nicht, nie, niemals, kein, keine, keinen, keiner, keinem, keines, niemand, nichts, weder
    """,
    "refuse": """
        statt, anstatt, anstelle, lieber nicht, gegen, dagegen, aufhören, vermeiden, lehne ab, lehnen ab,
        ablehnen, satt, genug von, kein bedarf, nicht nötig, unnötig, überflüssig, zeitverschwendung, quatsch,
        unsinn, halte ich nichts, noch einen, noch eine, noch ein, schon wieder ein, keinesfalls, auf keinen
        fall, bloß nicht, bloß kein, bloß keine, wir wollen nicht, will ich nicht, wollen wir nicht, machen
        wir nicht, machen keine, brauchen keinen, brauchen keine, brauchen kein, bevor, ehe, eher nicht, nein,
        wird es nicht geben, kommt nicht, ruft, redet, aufgeben, abschaffen, schließen, einstellen,
        abschalten, dicht machen, löschen, verzichten, skeptisch, lass das, lassen wir das, schwierig, schwer,
        riskant, gefährlich, zu teuer, zu viel, zu viele, nicht genug, schade, langweilig, leider, vorsicht,
        bezweifle, fürchte, falscher eindruck
    """,
    "past": """
        war, waren, hatte, hatten, wurde, wurden, gestern, heute morgen, letztes jahr, letzten monat, letzte
        woche, letztes, letzte, letzten, damals, vor jahren, vor zwei, früher, seit, 2019, 2020, 2021, 2022,
        in 20, gewesen, gab es, gab, bisher, zuletzt
    """,
    "usage": """
        gelesen, lese, lesen, liest, gehört, höre, hören, gepostet, postete, geschrieben, gesehen, sehe,
        geschaut, gefunden, geteilt, geschickt, verschickt, abonniert, erwähnt, beantwortet, antworten,
        antwortet, antwort, gemeldet, steht, stand, steht im, stand im, heißt es, sagt, gesagt, schreibt,
        laut, hochgeladen, angemeldet, eingeloggt, einloggen, nachlesen, schau, schaut, folge, folgen, kommt
        gern, willkommen, gewonnen, weitergeleitet
    """,
    "content": """
        beitrag, beiträge, artikel, folge, folgen, episode, ausgabe, nachricht, nachrichten, thread, story,
        storys, link, links, foto, fotos, bild, bilder, kommentar, kommentare, benachrichtigung,
        benachrichtigungen, symbol, logo, knopf, passwort, zugangsdaten, anmeldedaten, abmeldelink,
        vorschaubild, vorlage, spalte, suche, seite sperre, öffnungszeiten, moderator, moderatoren, admin,
        mitglied, mitglieder, rubrik, betreff, einladung, speiseplan, update, feed, video, tippfehler,
        fußzeile, archiv, titelbild, profilbild, hinweis
    """,
    "bug": """
        fehler, fehlermeldung, fehlermeldungen, kaputt, hängt, hängen, langsam, abgestürzt, stürzt, störung,
        ausfall, ausgefallen, down, geht nicht, funktioniert nicht, läuft nicht, scheitert, schlägt fehl,
        abgelaufen, gehackt, gesperrt, leer, falsch, stimmt nicht, ins leere, findet keine, doppelt, bug, 404,
        500, 502, timeout, wartung, behauptet, erfunden, weg, verschwunden, spinnt, abgelehnt, rausgeworfen,
        zugang, keine ahnung, problem mit
    """,
    "howto": """
        wie kann ich, wie mache ich, wie man, wie geht, wie bekomme, wie viele, wie lange, wo finde, wo ist,
        wo liegt, wo steht, wo kann, wer hat, wer kennt, wer weiß, wer betreut, wer pflegt, weiß jemand, kennt
        jemand, hat jemand, kann jemand, kann das jemand, könnte jemand, könnte mir jemand, kannst du mir,
        darf ich, darf man, dürfen wir, warum ist, warum kommt, welcher, welche, welches, was ist, wann war,
        zeigen wie, zeigen, soll ich, wann soll, wann nehmen wir, muss ich, als neuling, als gast, was
        passiert, ist es besser
    """,
    "thanks": """
        danke, vielen dank, dank, glückwunsch, gratuliere, gratulation, sorry, entschuldigung, entschuldigt,
        willkommen, stolz, herzlichen, preis, tolle arbeit
    """,
    "they": """
        sie, er, ihm, ihnen, ihr, seine, seinen, deren, jemand, einer, leute, man, nachbar, konkurrent,
        zeitung, meine frau, mein mann, meine tochter, mein sohn, freund, bekannter, firma
    """,
    "we": """
        wir, uns, unser, unsere, unserer, unseren, unserem, unseres, alle, jeder, jede, kollegen, team, firma,
        verein, abteilung
    """,
    "i": """
        ich, mir, mich, mein, meine, meinen, meinem
    """,
    "you": """
        du, dir, dich, dein, deine, ihr, euch, euer, eure, ihnen
    """,
    "talkof": """
        wenn jemand, wenn einer, sobald jemand, wer nach, wieder einer nach, man sollte wissen, essay, buch,
        vortrag, studie, umfrage, forschung, zitat, satz, spruch, theorie, fallstudie, folie, workshop,
        welches problem, in der regel, erfahrung
    """,
    "if": """
        wenn, falls, sobald, ob
    """,
    "rule": """
        erinnerung, bitte denkt, bitte keine, bitte nicht, nicht erlaubt, verboten, regel, richtlinie,
        datenschutz, dsgvo, nur für, ausschließlich, bei fragen, würdet ihr bitte, nicht mehr, wie immer,
        gehört nicht
    """,
    "tech": """
        api, webhook, sso, schnittstelle, plugin, build, deployment, konfiguration, version, token, skript,
        export, csv, branch, pipeline, rss, og tags, server fehler, cache, abfrage, zertifikat, einbauen,
        dichtung, feature request, integration, firewall, patch
    """,
    "edit": """
        aktualisieren, umbenennen, archivieren, moderieren, übersetzen, entfernen, zusammenführen, verlängern,
        sperren, ändern, ändert, korrigieren, überarbeiten, neuen stand, auf den neuen stand, ergänzen,
        bereinigen, prüfen, beantworten, verschieben
    """,
    "loc": """
        im, in, auf, über, aus, vom, von, bei, beim, ins, per, mit, unter, zum, zur, via, laut, seit
    """,
    "of": """
        der, des, vom, von
    """,
    "for": """
        für, fürs, damit, um, weil, denn, da, deshalb, daher, um zu, als
    """,
    "indef": """
        ein, eine, einen, einem, einer, eines, irgendein, irgendeine, son, so ein
    """,
    "the": """
        der, die, das, den, dem, des, dieser, diese, dieses, diesen, im, ins, am, zum, zur, beim, vom
    """,
    "poss": """
        unser, unsere, unseren, unserem, unserer, mein, meine, ihr, ihre, ihren, sein, seine, dein, euer, eure
    """,
    "shift": """
        senken, sinken, sinkt, sinke, reduzieren, verringern, halbieren, steigern, erhöhen, verdoppeln,
        verkürzen, fallen, fällt, steigen, steigt, weniger, weniger als, unter, höchstens, mindestens,
        maximal, von, auf, statt, über, innerhalb, null, kein offener, in einer stunde, umrüsten, geändert
    """,
    "goal": """
        ziel, ziele, zielwert, erfolg, erfolgreich, erwarte, erwarten, kriterium, kriterien, bedingung, soll,
        sollen, damit, wollen wir, wir wollen, derzeit, zurzeit, aktuell, jetzt, hypothese, schwelle, gemessen
    """,
    "check": """
        messen, misst, zählen, zählt, auswerten, wertet, auswertung, prüfung, prüfen, überprüfen, entscheiden,
        danach, weitermachen, nur wenn, nur weitermachen, sonst, schalten wir ihn ab, machen wir ihn wieder
        zu, lassen wir es, behalten, fasst zusammen, bilanz, rückblick, vergleichen, abbrechen, zum nächsten
        schritt, rückmeldung
    """,
    "trial": """
        test, testen, pilot, versuch, probe, probelauf, erprobung, zunächst, erst, zuerst, vier wochen, acht
        wochen, sechs wochen, zwei monate, drei monate, zehn wochen, wochen, ein quartal, nach einem quartal
    """,
    "step": """
        zuerst, erst, dann, danach, schritt, schritte, schritten, phase, phasen, anschließend, bevor,
        zunächst, erste ausgabe, erstens, zweitens, zeitplan
    """,
    "date": """
        januar, februar, märz, april, mai, juni, juli, august, september, oktober, november, dezember, q1, q2,
        q3, q4, ostern, weihnachten, montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag,
        quartal, jahresende, sommer, herbst, feb, jan, release
    """,
    "weekly": """
        pro woche, pro tag, pro monat, im monat, in der woche, jede woche, jeden montag, jeden dienstag, jeden
        mittwoch, jeden donnerstag, jeden freitag, jeden tag, wöchentlich, täglich, monatlich, in derselben
        schicht, zwei pro, drei seiten pro, innerhalb, in 24 h, binnen
    """,
    "unit": """
        tage, tagen, stunden, stunde, h, minuten, minute, tickets, anrufe, anrufen, fragen, beschwerden,
        prozent, punkte, euro, fehler, anfragen, vorfälle, mails, briefe, bestellungen, bewerbungen,
        probefahrten, besuche, schäden, rangierschäden, wochen, betriebe, rezepte, seiten, chats, fehlchargen
    """,
    "does": """
        sammelt, schreibt die, verschickt, antwortet innerhalb, moderiert, betreut, führt liste, wertet aus,
        fasst zusammen, verantwortlich, zuständig, übernimmt, pflegt, liest, prüft, testet, benennt,
        beantwortet
    """,
    "vanity": """
        abonnenten, follower, mitglieder, nutzer, likes, downloads, fans, angemeldet, nutzung, lizenzen,
        beiträge, besucher
    """,
    "adopt": """
        alle abteilungen, jede abteilung, allen bereichen, in allen, ganzen konzern, im ganzen, jeder partner,
        filialleiter, alle mitarbeiter, alle mitarbeitenden, für alle, jeder mitarbeiter, nutzungsquote, jeder
        standort, alle standorte, die das treibt
    """,
    "greet": """
        hallo, hi, moin, guten morgen, liebe, lieber, bitte, servus, leute, ihr lieben, sehr geehrte
    """,
    "news": """
        laut, zeitung, gemeldet, meldung, gesetz, urteil, preise, teurer, erhöht die preise, aktie, minister,
        studie, übernommen von
    """,
    "use": """
        nutzen, verwenden, probieren, ausprobieren, testen, machen, mach, macht, machst, haben, holen, geben,
        nehmen, beitreten, anmelden, anbieten, bestellen, buchen, veröffentlichen, aufnehmen, besorgen
    """,
    "decide": """
        beschlossen, beschluss, entschieden, entscheidung, planen, plant, plan ist, budget, strategie,
        angekündigt, kündigen an, genehmigt, vereinbart, einstimmig, steht an, geht live, kommt jetzt, kommt,
        priorität, vorgesehen, sieht vor, fahrplan, maßnahme
    """,
    "lack": """
        ohne, haben wir keinen, haben wir keine, haben wir kein, keinen eigenen, keine eigene, kein eigenes,
        immer noch kein, immer noch keine, noch kein, noch keine, noch keinen, als einzige, die einzigen,
        nirgends, fehlt, fehlen
    """,
    "think": """
        ich glaube, ich meine, ich finde, finde ich, meiner meinung, ich denke, überlege, überlegen,
        nachdenken, nachgedacht, denke an, denke über, überzeugt, mir scheint, ehrlich gesagt, ich frage mich
    """,
    "pro": """
        einen, eine, eins, das, es, sowas, so etwas, so was, dasselbe, auch einen, auch eine, auch
    """,
    "nothanks": """
        genug zu tun, besseres zu tun, andere sorgen,
        nein danke, bitte nicht, abgelehnt, bezweifle, brauchen wir nicht, braucht keiner, braucht niemand,
        vergesst, vergiss, niemand hat, keiner hat zeit, keine zeit, reicht, genügt, bringt nichts, halte
        nichts, halten nichts, wozu, lohnt nicht, hilft nicht, verworfen, bleibt dabei, kein interesse, lassen
        wir, spielerei, mehr nicht
    """,
    "exist": """
        schon, bereits, gibt es schon, gibt es bereits, gibt es einen, gibt es eine, gibt es ein, haben wir
        schon, vorhandene, vorhandenen, bestehende, bestehenden, bisherige, alte, alten, haben ihren eigenen,
        bleiben bei, haben wir einen, haben wir eine, nutzen wir schon, nutzen weiterhin, weiterhin, wird
        genutzt, läuft über, in betrieb
    """,
    "future": """
        zukunft, zeitgemäß, modern, abgehängt, unsichtbar, gibt es nicht, die jungen, jugend, azubis, viral,
        trend, verpassen, sichtbar, sichtbarkeit, präsenz, image, erreichen, generation, bekannter, nachwuchs
    """,
    "org": """
        stadt, stadtwerke, rathaus, ministerium, universität, schule, konkurrenz, mitbewerb, mitbewerber,
        zentrale, hersteller, lieferant, bank, bahn, nachbarn, bürgermeister, gemeinde, land, behörde, kunde
        von uns, mutterkonzern
    """,
    "verbing": """
        deshalb, daher, also, darum, deswegen, folglich, somit, hierzu
    """,
    "nobody": """
        niemand, keiner, nicht jeder, nicht alle, kaum jemand, kaum einer, wenige, keiner von, die mehrheit
        will nicht
    """,
    "postponed": """
        irgendwann, eines tages, später, vorerst, fürs erste, momentan, im moment, mal sehen, abwarten, warten
        wir, noch nicht, eilt nicht, keine eile, nicht dieses jahr, bis dahin, zu gegebener zeit
    """,
}
