"""English signs: what a message shows of a proposal, a refusal, a report or a plan around the tool that it names.

One list of phrases for each sign; the signs are the same in all languages (dialogs/interception/signs.py), their
weights too. A phrase is matched word by word on folded text.
"""

from typing import Final

SIGNS: Final[dict[str, str]] = {
    "should": """should, shoud, shuold, shld, must, ought, need to, needs to, have to, has to, had better, 'd better,
        gotta, got to, supposed to, expected to, required to, had to, has got to, have got to, it is expected,
        expects that, are asked to, is asked to, asked to, are to, is to, imperative, no excuses, mandatory, no way
        around, will have to, urge, urges, is called for, 've got to, 's got to, can't go on without, would do well
        to, to be created, to be opened, to be started, to be launched, to be set up, calls for, cries out for""",
    "could": """could, might, can, may, able to, possible, possibly, perhaps, maybe, mayb, chance that, option""",
    "would": """would, 'd, wd, wuold, wud""",
    "want": """want, wants, wanna, wish, wishes, would like, 'd like, 'd love, would love, hope to, hoping to, dream,
        dreaming, plead for, asking for, ask for, asks for, asked for, keep asking for, keeps asking for, askin for,
        insists on, keen on, keen to, eager, intend, intends, intention, ambition, aspire, would appreciate, would be
        glad, would be grateful, push for, longing for, be happy to have, favour, can't wait, can we have, can i
        have, could we have, could we get, can we get, get me, give us, give me, access to, asking the board, asks
        the board, would welcome, welcome, i want us, like us, have asked whether, has asked whether, ask whether, i
        vote, vote for, hand me, urges, calls for, request, requests, i'd like, would be keen, are keen, is keen,
        came round to, come round to, in support of, there was support, broad support, broad agreement, would be
        happy to, hoping for, requested, demand, demands, desire, desires, am for, were for, would back, would
        support, going for, pleading for, rooting for, crave, like to see, love to see, love to have""",
    "need": """need, needs, needed, lack, lacks, lacking, missing, 're missing, miss, could do with, could use,
        deserve, deserves, deserved, in need of, short of, crying out for, have no place, has no place, still don't
        have, don't have a, doesn't have a, and no, indispensable, essential, no longer a nice to have, deserving, is
        what we need, what we need, what's lacking, what is lacking, what we lack, what we're missing, what we are
        missing, in want of, cries out for, still without, still have no, still has no, badly need, could really use,
        we are on nothing, desperately need, a must""",
    "propose": """propose, proposes, proposing, proposed, proposal, suggest, suggests, suggesting, suggested,
        suggestion, recommend, recommends, recommended, recommending, recommendation, advise, advises, advice,
        motion, vote, idea, ideas, think about, thinkng, consider, considering, in favour of, in favor of, i'm for,
        argument for, case for, pitch, plea, look into, looking into, look at, explore, exploring, open to, my
        answer, my wish, urge, encourage, envisage, envision, plus one, my proposal, my suggestion, 's suggestion, it
        has been suggested, has been proposed, was proposed, it was proposed, brought up, bring up, brings up,
        floated, float, floating, agreement to, resolution, resolved to, one thing to discuss, to discuss, discuss
        whether, would encourage, we encourage, we recommend, i encourage, think we should, one option, another
        option, an option, thought, notion of, the idea of, plead, lobby, lobbying, strongly recommend, second that,
        seconding, plus 1""",
    "whatif": """what about, how about, what if, why not, why don't, why dont, why doesn't, why haven't, why aren't,
        shall we, shall i, should we, shouldn't, couldn't we, can't we, could we, can we, anyone up, who's in, whos
        in, who is in, anyone in, any interest, interested in, be interest in, would there be interest, wouldn't,
        suppose, imagine, picture this, hear me out, anyone against, who'd, what do you think, what do you say,
        thoughts, opinions, would it make sense, does it make sense, is there a chance, whats stopping us, wats
        stopping us, what's stopping us, what are we waiting for, may i, might we, might i, may we, would anyone,
        would folks, would you, is it time, be up for, up for, agree that, would agree, how does that sound, any
        objections, just say the word, who feels like, who wants, what would you, yes no, fancy, any takers, would it
        help, unless somebody minds, unless anyone objects, who's brave, tempted, isn't it strange, would it be
        possible, would it be an idea, any chance, any appetite, is anyone, would people, should i, what would it
        take, how great would, how cool would, how nice would, don't you, could i, might it be, if nobody minds, if
        no one minds, if nobody objects, unless someone, and what if, could it be, why can't, how come we, who would
        join, who would be, worth a shot, yes or no, wdyt, shouldnt we, why isn't there""",
    "lets": """let's, lets, let us, time to, time for, it's time, about time, high time, go for, we go, go all in,
        all in, get going, get it out, just start, let her, let him, do it, i'd go, bring back, start asap, that's
        how, is how, has to change, that has to change, jump on, long live, who's with me, on it, i'll set up, i can
        set up, i could set up, i'll open, i'll go ahead, go ahead, full stop, make it happen, found, i'd create, i'd
        open, i'd start, i'd launch, i'd set up, i could see us, i'll create, i'll start, i'll record, i'm launching,
        i'm opening, i'm creating, get us, get everybody, get all, get the whole, put everybody, put everyone, put
        the entire, switch on, be done with it, no more waiting, come on, make one, make us, has to stop, what are we
        waiting, the time has come, better late, count me in""",
    "will": """will, 'll, wont, going to, gonna, plans to, opens its, gets its own, gets a, get their, starting, as
        of, from now on, from monday, everyone gets, everybody gets, everybody moves, everyone moves, everybody
        joins, everyone joins, moves to, move into, moves into, aim to, aims to, about to, i'm starting, it is,
        thrilled to, excited to, is launching, is opening, is creating, is setting up, are launching, are opening,
        are creating, are setting up, are moving, is moving, we're moving, we're launching, we're opening, we're
        starting, is starting, are starting, intends to, intend to, is about to, plan to, planning to, planning on,
        thinking of, coming soon, is planned, go live, goes live, to be introduced, to be rolled out, is due to, soon
        have""",
    "start": """create, creat, launch, lauch, start, open, set up, setup, build, buy, purchase, adopt, introduce,
        roll out, rollout, deploy, install, implement, establish, put together, spin up, stand up, bring in, kick
        off, found, begin, form, invest in, sign up, subscribe to, license, revive, resurrect, relaunch, restart,
        reopen, bring back, develop, turn on, activate, enable, acquire, procure, register, grow, relaunching, set
        one up, trial, experiment with, send out, record, produce, self host, switch on, bring out, get going, get
        rolling, come up with, provide, provides with, equip, outfit, put up, craft, inaugurate, host, hosting,
        commission, pay for, sign us up, enrol, enroll, enlist, get hold of, stand one up, throw together, cobble
        together, fire up, get off the ground, float a, run with, make a, make an, make us a, have a, get a, get an,
        get ourselves, take to, move onto, constitute, publish a, put in, institute, institutionalise, assemble,
        organise, organize, configure""",
    "starting": """creating, launching, starting, opening, setting up, building, buying, purchasing, adopting,
        introducing, rolling out, deploying, installing, implementing, establishing, putting in place, spinning up,
        bringing in, investing in, reviving, restarting, reopening, kicking off, creation of, introduction of, launch
        of, rollout of, start of, adoption of, implementation of, moving to, switching to, hosting, founding,
        publishing a, recording a, producing a, equipping, procurement, purchase, subscribing to, signing up for,
        registering, having a, getting a, running a, to be created, to be opened, to be started, to be launched, to
        be set up, rolling it out, standing up""",
    "started": """created, launched, started, opened, set up by, built, bought, adopted, introduced, rolled out,
        deployed, installed, implemented, established, joined, published, closed, shut, killed, tried, ran, switched
        off, began, failed, was voted, voted down, voted against, was created, were created, was opened, were opened,
        was launched, was set up, were set up, has been set up, have been set up, has been created, has been opened,
        has been launched, has launched, has started, has opened, have launched, have opened, had planned, had
        wanted, have set up, 've set up, set up a, switched to, moved to, moved from, gave up, dropped, have got
        ourselves, is running a, took to, foundered, founded, was founded, has been running""",
    "take": """has, had, go, be on, be all over, bring, hold, keep, write, own""",
    "move": """move to, move everything, move everyone, move our, move over, move the, moves from, moves to, moving
        the, mvoe, switch to, switch from, switch over, migrate, replace, go to, get on, get onto, be on, be present,
        be active, on board, onboard, everyone on, everybody on, all on, onto, go on, into one, instead of email,
        away from, shift, take to, took to, be found on, be seen on, show up on, come to, came to, jump onto, have a
        presence, presence on, everybody to, everyone to, should replace, will replace, to replace, take the
        planning, in place of, get us on, be where, put on, us on""",
    "praise": """nice, great, cool, lovely, wonderful, useful, helpful, solution, solve, help, helps, would do,
        worth, good idea, they'd love, huge, super, perfect, ideal, way out, way forward, the answer, would be a
        start, enjoy, boost, improve, brilliant, awesome, fantastic, amazing, fun, must have, no brainer, yes please,
        game changer, lever, thank me later, fair, modern, malin, smart, tempting, load off, relieve, would love,
        keep warm, suit, do us good, good for us, good thing, could be our thing, not a bad, would change that, would
        be wonderful, would be great, would be nice, would be good, would help, would make, could help, might help,
        would bring, would keep, would let, would solve, would save, would suit, be wonderful, be lovely, good to
        have, so much nicer, much better, worthwhile, sensible, handy, neat, beneficial, benefit, benefits, answer
        to, cure, remedy, magic, delight, charming, convenient, good way, best way, a good fit, quick win, in love
        with, love""",
    "hype": """everyone else, everybody else, all our competitors, other companies, others do, others have, other
        towns, other unions, other universities, invisble, nobody will know, nobody under, these days, nowadays,
        everybody has, everyone has, every startup, the new marketing, the ones with, even my, even the, all have,
        already there, 2025, 2026, has one, have one, gartner""",
    "new": """new, own, another, one of our own, of our own, its own, our own, their own, joint, first, very own,
        real, proper, dedicated, monthly, weekly, quarterly, internal, little, small, short, in house, public,
        separate, shared, online, simple""",
    "todo": """agenda, action item, action items, action point, todo, to do, next step, next steps, minutes,
        proposal, objective, plan for, communications plan, please put, measures, topic, outreach""",
    "soon": """soon, asap, today, tomorrow, tmrw, from monday, next month, next week, next year, next sprint, next
        quarter, this winter, this summer, this autumn, this spring, this year, this week, this month, in autumn, by
        spring, by summer, in spring, before the, right now, now, immediately, quickly, by the end, by friday, by
        christmas, in a month, from january, when do we, when can we, when do i, who's brave, going forward, by q1,
        by q2, by q3, by q4, winter term, on monday, from 1""",
    "not": """not, n't, never, none, nobody, no one, don't, doesn't, won't, can't, cannot, isn't, aren't, wouldn't
        want, shouldn't be, nor, neither, hardly, do not, dont, aint, didn't, hasn't, haven't, wasn't, weren't""",
    "refuse": """instead of, rather than, against, stop, avoid, refuse, refused, refuses, reject, tired of, fed up,
        sick of, no need, no point, not needed, enough of, rather not, skeptical, sceptical, waste, pointless,
        overkill, yet another, the last thing, nothing against, will not, we are not, we're not going to, is not
        going to, won't be, should not, shouldn't open, don't want, doesn't want, do not want, don't need, doesn't
        need, do not need, don't think, do not think, didn't ask, no plans, no longer, prefer not, hold off, drop
        the, dropped, shelve, turn down, declined, cancelled, canceled, before anyone, before somebody, before
        anybody, before we, close the, shut the, kill the, get rid of, wrong start, doubt, only if, unless, neither,
        no more, please no, couldn't care less, no chance, over my dead body, decided not to, decided against,
        rejected, wouldn't create, wouldn't open, do we really need, what is the point, who would read, don't see the
        point, as long as, discouraged, be careful, careful, hard to, very hard, difficult to, unpleasant, bad idea,
        bad group, a pity, wear off, boring, little support, not enough, too much work, too many, too expensive,
        false impression, would be wrong, risky, problematic, doubts, i'm afraid, afraid that, hate, never start,
        never use, frowned upon, highly discouraged, are discouraged, is discouraged, unsure about, dubious,
        doubtful, hesitant, would soon, but who would, who would keep, gave up on, dislike, worried, worry, worries""",
    "done": """presented, validated, answered, relayed, posted, announced, written, received, shared, sent, recorded,
        registered, contacted, reported, discussed, replaced, chosen, noticed, thanked, completed, translated""",
    "past": """was, were, did, had, used to, years ago, ago, yesterday, this morning, in 20, in 19, since, have been,
        has been, 've had, when i, back then, once, until, at the time, it's been, after the, back in, previously,
        formerly, earlier, last, has just, have just, at that time, in those days, previous, became, gave, made, met,
        moved, switched, reminded, worked, planned, wanted, needed, looked, thought, brought, swapped, belonged,
        left, changed, took, kept, got, put, dropped, stayed, hoped, meant, seemed, in 2015, in 2018, in 2019, in
        2020, in 2021, in 2022, in 2023, up to then, lately, recently, former, of late, by now, over the summer,
        during the""",
    "usage": """join us, find us, meet us, visit us, read, reads, reading, listen, listened, listening, heard,
        posted, post, posts, posting, wrote, written, saw, see, seen, watch, watched, watching, found, shared, share,
        sent, send, sends, subscribe, subscribed, subscribes, follow, following, mentioned, answered, answer, reply,
        replied, commented, says, said, told, uploaded, upload, recorded, recording, signed up, logged in, log in,
        login, check out, according to, quoted, tagged, liked, like ours, opened by, welcome, winning, won, reach me,
        reached, talk about, discussed, discussing, signed off, ask, asked, asks, tips, tip from, listens, browse,
        scroll, look there, follows, replies, talked about, check the, have a look, find it, i use, they use, uses,
        recommended, visited, went through, download""",
    "content": """posts, article, articles, episode, episodes, issue of, message, messages, thread, threads, story,
        stories, link, links, photo, photos, picture, comment, comments, notification, notifications, notificatons,
        template, icon, icons, button, password, login, followers, edition, newsletter of, headline, banner, logo,
        cover, subject line, avatar, invite, invitation, transcript, reaction, reactions, emoji, video, discussion,
        discussions, guest, moderator, moderators, admin, admins, member, members, digest, mail, mails, archive,
        search, column, intro, draft, deadline, typo, typos, footer, font, unsubscribe, opening rate, open rate,
        views, likes, statistics, figures, profile picture, glossary, hours, reel, clips, clip, thumbnail, bio,
        caption, survey, poll, invoice, price, licences of, subscription, contract, traffic, bounce, registration,
        sign up form, form, topic, topics, document, documents, file, files""",
    "bug": """error, errors, down, broken, slow, bug, crash, crashes, crashed, 500, 404, 502, fails, failing, doesn't
        work, not working, timeout, times out, fix, fixed, expired, hacked, hacket, hakced, kicked, bounced, bounce,
        locked, spam, outage, freezes, hangs, stuck, lost, wrong, breaks, missing from, duplicate, twice,
        misclassified, hallucinates, oom, ooms, invented, laggy, glitch, incident, maintenance, offline, unable to,
        lag, mute, muted, reboot, restart it, rejects, accepts invalid, cut off, ghost town, complain, complains,
        complaint, too loud, too slow, noise, mistake, out of date, outdated, describes the old""",
    "howto": """how do i, how to, how do we, how can i, how do you, how does, how many, how long, where is, where
        are, where do, where can i, which button, who has, who maintains, who runs, who wrote, does anyone know,
        anyone know, does anybody know, anybody know, can't find, can i, am i allowed, is it allowed, allowed,
        permitted, do i, do you know, is there a way, who can lend, what is, what's the, when was, who owns, has
        anyone, has anybody, did anyone, who else, could you check, could you show, can you show, can somebody check,
        can somebody look, can someone look, can someone add, add me, could someone, does it, why does, why is, why
        are, which of, did you, have you, was it, are there any news, is it possible to, difference between, do
        guests, does the, how often, when does, why was, where did, what did, what can, how come, in which, whose,
        who posts, who answers, will i, should i, when should, when to, when do we, when do i, is it better to, as a
        newcomer, as a beginner, as a guest, what happens if, do you all, are we agreeing, which one, may i ask, why
        would, why spend, why bother, what good is, who needs, why pay, why should, why use, as somebody new, as
        someone new, as a newbie, newbie, which channel, where should, what does""",
    "thanks": """thanks, thank, thx, congrats, congratulations, kudos, bravo, well done, sorry, apologies, excuse,
        welcome, proud, good news, happy birthday, prize, award, awards""",
    "they": """they, he, she, him, her, them, his, their, competitor's, hq, newspaper, paper, somebody, someone,
        people, my wife, my husband, my daughter, my son, my kid, friend, friends, university of, previous employer,
        ibm, microsoft, google, amazon, the state, whoever, authors, others, some, many, most, users, developers,
        maintainers, students, kids, daughter, son, cousin, brother, wife, colleague, guests, readers, companies""",
    "we": """we, us, our, ours, ourselves, team, company, everybody, everyone, colleagues, staff, all of us,
        department""",
    "i": """i, me, my, myself, mine""",
    "you": """you, your, yours, u""",
    "talkof": """when somebody, when someone, whenever somebody, whenever someone, if somebody, if someone, if a
        colleague, a colleague types, people who, whoever, types, would you say, you say, one says, essay, slide,
        slides, the phrase, the sentence, the word, regex, says that, they say, study, case study, survey, talk on,
        book, keynote, workshop, research, paper, speaker, in theory, in my experience, lesson, lessons, in my last
        job, example of, tells you, failing test, quote, be careful, myth, anecdote, my first question, most online,
        most communities, companies that, the idea that, in general, generally, everybody told, in those meetings,
        used to shout, if i had, vendors say, thesis, chapter, author, template suggests, how to start, what we
        learned, learned, is a program, is a tool, are tools, a kind of tool, are trained on, is defined, are
        defined, refers to, stands for, consists of, lets people, let people, allow people, allows people, are good
        at, are bad at, tend to, in many, in most, plenty of, a lot of firms, a lot of people, most firms, firms,
        projects, some prefer, some want, others want, not all, not every, the risk, risks of, biases, at times,
        sometimes, often, everybody knows, as everybody knows, attempts at, several attempts""",
    "if": """if, when, whenever, once, whether""",
    "rule": """reminder, remember, please note, note that, don't forget, rule, policy, not allowed, forbidden, never,
        do not, please use, only use, please don't, no patient data, not even, by law, gdpr, terms, allowed in,
        belongs, channel for that, may, must not, is allowed, only admins, netiquette, label, by thursday, are due,
        guidelines""",
    "tech": """api, webhook, webhooks, sso, integration, integrations, plugin, connector, deploy, deployment, config,
        regex, version, token, tokens, server side, script, export, csv, endpoint, staging, branch, build, builds,
        pipeline, pull request, feature request, release, proxy, cache, query, cron, sdk, cli, rate limit, css, html,
        json, oauth, rss, bot token, ssl, dns, firewall, code blocks, patch, rerun, intent, tags, database, mobile
        app, kubernetes, upgrade""",
    "edit": """update, updates, rename, clean up, archive, moderate, translate, delete, remove, merge, renew, unlock,
        lock, change, correct, proofread, rewrite, replace the, add a link, add the, add a button, add french, add
        your, put your, post it, send it, answer the, thank the, ask the, reply to, write for, rate limit, use a
        better, mention it, repost, mute""",
    "loc": """in, on, via, from, at, through, inside, under, per, within, over, into, with, by, off, about, to""",
    "of": """of""",
    "for": """for, so, because, as, since, in order to, where, f""",
    "indef": """a, an, one, some, any, something like""",
    "the": """the, this, that, these, those, each, every, all, both""",
    "poss": """our, my, his, her, its, their, your""",
    "shift": """cut, cuts, cutting, reduce, reduces, reducing, drop, drops, dropped to, fall, falls, fallen, fell,
        sink, halve, halving, raise, raising, rise, rises, lower, lowering, shorten, shorter, up from, goes from,
        going from, grow from, less than, fewer, under, below, within, at least, at most, no more than, more than,
        above, instead of, rather than ten, shrink, double, doubling, half of, bring down, down, keep below, until""",
    "goal": """goal, gaol, goals, target, targets, aim, aimed, aims, objective, objectives, success, succeed, worked,
        works if, criteria, criterion, condition, conditions, purpose, in order to, so that, expect, expects, should
        drop, should fall, wanted, we'll know, know it's worth it, kpi, baseline, hypothesis, provided, threshold""",
    "check": """count, counts, counted, cuont, we count, measure, measures, measured, metric, review, reviewed,
        reviews, evaluate, evaluated, decide, decides, decision on, check whether, checks, track, tracks, compare,
        compared, stop if, we stop, keep it, stays, it stays, close it, we close it, continue, extend, if it's no
        better, if not, if fewer, if less, if under, if returns, only if, otherwise, or we stop, or it goes, else, go
        live if, quizzes, notes, judged, survey in, report back""",
    "trial": """pilot, test, tested, tests, trial, try, tries, experiment, phased, beta, a/b, ab test, run a test,
        weeks, six months, three months, two months, for two, for three, for four, for five, for six""",
    "step": """first, then, second, third, step, steps, phase, phases, stage, week 1, week 2, wk, after that,
        afterwards, before that, start with, starting with, begin with, next, finally, followed by, two of three,
        rules, rota, schedule, timeline""",
    "date": """january, february, march, april, may, june, july, august, september, october, november, december, jan,
        feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, q1, q2, q3, q4, easter, christmas, xmas, monday,
        tuesday, wednesday, thursday, friday, saturday, sunday, quarter, year end, midsummer, week of, semester""",
    "weekly": """a week, a day, a month, per week, per day, per month, every monday, every week, every day, each
        week, each day, each month, weekly, daily, monthly, each shift, every second, every friday, every shift,
        twice, on fridays, on mondays, one per, two a, three a, within, /week, /wk, /mo, /month, quarterly""",
    "unit": """days, day, hours, hour, h, minutes, min, mins, tickets, calls, questions, complaints, percent, points,
        euros, errors, requests, incidents, weeks, months, mails, e-mails, emails, cases, meetings, visits, orders,
        returns, applications, interviews, appointments, seconds, times, parts, reject rate, accidents""",
    "does": """writes, write it up, collects, answers, moderates, moderated, keeps the, keeps a, runs it, owns,
        owner, records, sends it, posts, looks in, tests it, reads, chooses, picks, contacts, trainer, supervises,
        staffed, led by, in charge, volunteered, drafts, draft, drafted, named answerer, responsible, brings, agreed
        to, will answer, answer within, reply within, closes it""",
    "vanity": """followers, subscribers, members, users, likes, downloads, stars, fans, active users, pages, posts,
        sign ups, signups, seats, licences, adoption, uptake, uptime, visitors, views""",
    "adopt": """adoption, usage, everyone uses, everybody uses, all staff, all plants, all sites, every colleague,
        every single, every partner, each faculty, every department, each plant, set targets, everyone on, everybody
        on, no exceptions, full adoption, on all desks, whole company, for everyone, for all, for evrybody, every
        page, company wide, across all, get everyone, percent of staff""",
    "greet": """hi, hello, dear, morning, good morning, hey, please, pls, plz, folks, guys""",
    "news": """news, announced, according to, reported, article says, is said, raises its prices, prices, pricing,
        acquired, buys, bought by, ipo, outage at, ceo of, lawsuit, study, law, parliament, court, share price,
        minister says""",
    "use": """use, using, try, trying, test out, have, having, make, making, do, doing, run, running, get, getting,
        join, joining, offer, offering, publish, publishing, pick, choose, provide, provides, host, feed, leverage,
        embrace, put, puting, putting, add, adding, take over, give, go with, order, ordered""",
    "decide": """decided, decision, decide, decides, it's decided, announce, announces, announcing, agreed,
        agreement, agree to, approve, approved, foresees, plans, plan to, plan is, planning, planned, roadmap,
        budget, priority, strategy, officially, mandate, leaning towards, in the pipeline, on top of my list, on my
        list, introduces, unanimously, moved and seconded, seconded, resolved, it's settled, go live, goes live,
        going live, go-live, comes, is coming, bring out, will bring, is to replace, replaces, roll-out""",
    "lack": """no, without, not on, aren't on, isn't on, we're not on, nowhere, have no, has no, still no, still has
        no, don't have, doesn't have, we don't have, there is nothing, there's nothing, nothing like it, only one
        without, the only one, only ones, isn't there, why isn't there, never had, absent""",
    "think": """i think, i believe, i feel, i find, i guess, we think, we believe, convinced, imo, imho, i say, in my
        view, in my opinion, if you ask me, it seems, i reckon, i'm sure, my take, hot take, you know what, honestly,
        personally, wonder, wondering, wondered, was wondering, thinking of, thinking about, thought about, toying
        with""",
    "pro": """one, that, it, this, some, do that, do it, too, like that, the same, them""",
    "nothanks": """enough to do, better things to do, other things to do, got enough, have enough, please no, no
        thanks, no thank you, turned down, voted down, rejected, i doubt, doubt it, remains no, answer is no, not
        now, not for us, drop it, leave it, shelved, buried, forget, of all people, nobody asked, we said no, said
        no, sent it back, is closed, fine with me, fine without, enough already, for pity's sake, doesn't make sense,
        makes no sense, not worth, isn't worth, no use, no good, won't help, what for, we haven't, we don't, we
        can't, against it, nothing came of it, not a priority, does the job, works fine, is enough, fewer, can wait,
        overrated, a fad, thank you for asking, no time, nobody has time, nobody has the time, no one has time""",
    "exist": """already, is there already, there is a, there's a, there are, do we have, do you have, do they have,
        we have a, we've got a, we already have, existing, current, the old, our old, ours, is there a, have you got,
        has its own, have their own, stay with, stays with, stay on, remain on, since then, exists, exist, stick
        with, stick to, keep using, continue with, continue to use, still use, we use, they use, is used, are used,
        in use, runs on, has been running, live on, lives on, lives in""",
    "future": """future, viral, trend, left behind, fall behind, behind, die, dead, invisible, irrelevant, the new,
        game changer, revolution, modern, go viral, on the map, young people, young guests, generation, the young,
        next generation, in the picture, where they are, where people are, reach, visible, visibility, presence,
        strong presence""",
    "org": """city, council, ministry, minister, parish, university, school, competitor, competitors, competition,
        parent company, headquarters, vendor, supplier, hospital, government, authority, agency, bank, railway,
        region, neighbours, neighbour, mayor, customer of ours, other branch, other company, foundation, landlord,
        former employer""",
    "verbing": """which is why i, so i, therefore, hence, so we, that's why, as a consequence, so let's, then we""",
    "nobody": """no one, nobody, not every, not everyone, not everybody, not all, none of, few of, few people, hardly
        anyone, hardly anybody, neither of, the majority does not, most of us don't, not one of""",
    "postponed": """some day, someday, one day, one of these days, at some point, sooner or later, may still, might
        still, we'll see, wait and see, wait to see, will wait, let's wait, for now, for the moment, for the time
        being, not yet, no hurry, later on, until then, in the far future, not before, no rush, not this year, when
        the time comes, down the road, parked""",
    "eg": """such as, for example, for instance, e.g, in particular, especially, notably, including, among others,
        like, thanks to, by means of, by way of, mainly""",
    "offer": """your account, your accounts, your page, your existing, existing accounts, for you, on request, free
        of charge, we offer you, we can link, you can find, you will find, you'll find, you can follow, you can
        reach, join us, follow us, visit us, your own accounts, our accounts, our networks, our social""",
}
