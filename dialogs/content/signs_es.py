"""Spanish signs: what a message shows of a proposal, a refusal, a report or a plan. Same lists as in signs_en.py."""

from typing import Final

SIGNS: Final[dict[str, str]] = {
    "should": """deberíamos, debería, deberían, deberías, debemos, debe, deben, tenemos que, tiene que, tienen que,
        tengo que, tendríamos que, tendría que, hay que, ay que, ay q, habría que, habrá que, hace falta, es
        imprescindible, obligatorio""",
    "could": """podríamos, podría, podrían, podemos, puede, pueden, puedo, posible, quizás, quizá, tal vez, a lo
        mejor, igual, cabe la posibilidad, opción de""",
    "would": """sería, serían, estaría, vendría, vendría bien, haría, haríamos, gustaría, abriría, pondría, tendría,
        encantaría""",
    "want": """quiero, quiere, queremos, quieren, quisiera, quisiéramos, querría, me gustaría, nos gustaría, deseo,
        deseamos, pido, pedimos, piden, pide, solicito, solicitamos, ojalá, ganas de, ilusión, sueño con, reclaman,
        exijo, que venga""",
    "need": """necesito, necesita, necesitamos, necesitan, ncesitamos, lo que necesita, nos hace falta, carecemos,
        merece, merecen, se merece, imprescindible""",
    "propose": """propongo, propone, proponemos, proponen, proponer, propuesta, sugiero, sugiere, sugerimos, sugerir,
        sugerencia, recomiendo, recomienda, recomiendan, recomendamos, aconsejo, idea, ideas, voto, voto por, a favor
        de, pensar, plantear, planteo, considerar, estudiar, explorar, valorar, apuesto, apostar, consejo, ofrecer""",
    "whatif": """y si, qué tal, qué os parece, qué te parece, qué les parece, qué opináis, qué pensáis, por qué no,
        porque no, no creéis, no crees, no podríamos, podríamos, os parece, quién se apunta, quién se anima, alguien
        se apunta, se animan, sería posible, imaginad, imaginaos, lo compramos, lo montamos, hacemos, montamos,
        abrimos, a qué esperamos, cuándo""",
    "lets": """vamos a, vamos, hagamos, agamos, montemos, abramos, creemos, lancemos, lancémosla, lancémoslo,
        pongamos, mandemos, enviemos, compremos, usemos, probemos, pasemos, empecemos, publiquemos, contratemos,
        implantemos, es hora de, ya es hora, es el momento, toca, me ofrezco, y ya está, y se acabaron, y listo, nos
        lanzamos, adelante, venga""",
    "will": """va a, van a, voy a, será, serán, tendrá, tendremos, tendrán, habrá, abrirá, abriremos, abrirán,
        lanzará, lanzaremos, creará, crearemos, implantará, usará, se comunicará, pasará, pasaremos, a partir de,
        desde septiembre, desde enero, desde mañana, publicará, escribirá, contará con, estrenamos, levanto, monto""",
    "start": """crear, crea, crear un, lanzar, lanza, abrir, abre, montar, monta, levantar, levanto, poner en marcha,
        implantar, implanta, instalar, instala, compra, adquirir, desplegar, empezar, iniciar, arrancar, preparar,
        editar, estrenar, activar, incorporar, introducir, relanzar, reabrir, recuperar, resucitar, construir,
        desarrollar, dar de alta, darse de alta, entrar en, suscribir, adoptar, abrir una, abriera, montara, creara,
        invertir en, reactivar""",
    "starting": """creación, lanzamiento, puesta en marcha, implantación, apertura, compra, adquisición, despliegue,
        introducción, adopción, creando, abriendo, montando, lanzando, paso a, migración a, instalación""",
    "started": """creado, creada, lanzado, abierto, abierta, montado, creamos, abrimos en, lanzamos en, implantado,
        instalado, cerrado, cerrada, cerramos, cerró, eliminado, borrado, dejó, dejamos, probamos, retirado,
        abandonado, pasó de, migró, rechazado, descartado""",
    "take": """tiene, tienen, tenemos, tengo, da, dar, pone, escribir, llevar, mantener, publique""",
    "move": """pasar a, pasarnos a, pasamos a, pasamos todos, nos pasamos, pasemos a, migrar, migrar a, migramos,
        cambiar a, cambiarnos a, mudarnos, sustituir, reemplazar, ir a, estar en, estemos en, estar presentes,
        presencia, presencia en, todos a, se comunicará por, en redes, en vez de correos""",
    "praise": """bueno, buena, buen, genial, estupendo, útil, práctico, ideal, perfecto, perfecta, top, guay, chulo,
        solución, ayudaría, ayudar, ayuda, ayuden, ayudarse, mejoraría, resolvería, facilitaría, media hora, en una
        tarde, fantástico, bonito, interesante, conveniente, vendría bien, merecería la pena, merece la pena,
        sencillo, moderno, moderna""",
    "hype": """todo el mundo, todos los demás, los demás, todas las, la competencia, no existimos, existimos, ahora
        todo el mundo, como el que tienen, como la que tienen, el de, le encanta, menos nosotros, están en, ya tienen""",
    "new": """nuevo, nueva, nuevos, nuevas, propio, propia, propios, propias, interno, interna, otro, otra, mensual,
        semanal, trimestral, pequeño, pequeña, común, compartido, compartida, corporativo, corporativa, en línea,
        moderno, moderna, especie de, digital, virtual, también""",
    "todo": """orden del día, acta, acuerdos, tareas, pendiente, pendientes, punto, puntos, objetivo, meta, plan,
        propuesta, acciones, próximos pasos""",
    "soon": """cuanto antes, hoy, mañana, esta semana, este mes, este año, la semana que viene, el mes que viene, el
        año que viene, próximo año, próxima semana, antes de, antes del, en navidad, en septiembre, en enero, desde
        septiembre, a partir de, pronto, enseguida, urgente, urge, el lunes, el sábado, para la vuelta, este verano,
        este otoño, este invierno, cuándo, ahora, como sea""",
    "not": """no, nunca, jamás, ningún, ninguna, ninguno, nadie, nada, tampoco, ni""",
    "refuse": """en vez de, en lugar de, contra, en contra, basta, dejar de, evitar, evitemos, rechazo, rechazamos,
        rechazó, harto, harta, hartos, no necesitamos, no quiero, no queremos, no quiere, no abriría, no abriremos, no
        habrá, no vamos a, no deberíamos, no creo que, no creo, no me parece, no tiene sentido, pérdida de tiempo,
        inútil, otro más, otra más, mala idea, antes de abrir, antes de crear, antes de montar, prefiero, preferimos,
        paso de, cerrar, cerremos, eliminar, quitar, descartamos, sin propósito, nada de, difícil, complicado,
        arriesgado, peligroso, demasiado caro, demasiados, demasiado, insuficiente, lástima, aburrido, cuidado, dudo,
        me temo, impresión falsa""",
    "past": """era, eran, fue, fueron, había, habían, estaba, tuvo, tuvimos, ayer, esta mañana, el año pasado, la
        semana pasada, el mes pasado, hace años, hace dos, en 20, desde hace, entonces, antes, cuando la, pasado,
        pasada, último, última, he, ha, hemos, han""",
    "usage": """leí, leo, leído, leer, escucho, escuché, escuchar, publiqué, publicado, publicaron, escrito, escribí,
        vi, visto, vieron, encontré, encontrado, encuentro, compartí, enviado, enviada, envié, respondí, respondida,
        respondido, contestar, contestado, dijo, dice, dicen, según, suscrito, sugiere, mirad, mira, entra en, iniciar
        sesión, resolvió, publicó, subido, preguntar en, seguir""",
    "content": """artículo, artículos, entrada, entradas, episodio, episodios, mensaje, mensajes, hilo, hilos,
        historia, enlace, enlaces, foto, fotos, comentario, comentarios, notificación, notificaciones, aviso,
        contraseña, usuario, botón, icono, logo, vídeo, portada, plantilla, asunto, moderador, moderadores,
        administrador, seguidores, miembros, copia de seguridad, adjuntos, búsqueda, fecha, edición, número de,
        impreso, permisos, pregunta respondida, boletín de""",
    "bug": """error, errores, caído, caída, fallo, falla, fallan, falle, roto, rota, lento, lentísimo, lenta, no
        funciona, no va, no carga, no me deja, no deja, caduca, caducado, bloqueado, bloqueada, hackeado, vacío, mal,
        duplicado, 404, 500, 502, mantenimiento, problema con, obsoleto, obsoleta, se cuelga, perdimos, apunta al,
        sale en inglés, dando vueltas, incidencia""",
    "howto": """cómo, dónde, dónde está, dónde encuentro, quién tiene, quién lleva, quién sabe, alguien sabe, alguien
        tiene, alguien más, a alguien, alguien puede, podéis pasarme, me podéis, me puedes, me pasas, puedes, se
        puede, cuántos, cuánto, cuál, cuál es, por qué sale, por qué no me, sabéis, habéis visto, has visto, no lo
        encuentro, no encuentro, debo, cuándo debo, cuándo usar, cuándo se usa, como invitado, como novato, qué pasa
        si, es mejor""",
    "thanks": """gracias, enhorabuena, felicidades, felicitaciones, perdón, perdona, disculpa, disculpad, bienvenido,
        bienvenida, bienvenidos, orgulloso, orgullosa, premio, agradezco, agradecemos, buena noticia""",
    "they": """ellos, ellas, él, ella, su, sus, le, les, alguien, gente, empresa de, periódico, mi mujer, mi marido,
        mi hija, mi hijo, mi cuñado, amigo, amiga, microsoft, google, central""",
    "we": """nosotros, nosotras, nos, nuestro, nuestra, nuestros, nuestras, todos, todas, todo el personal, equipo,
        empresa, cada, toda la""",
    "i": """yo, me, mi, mí, mis, mío""",
    "you": """tú, te, ti, tu, tus, vosotros, os, vuestro, vuestra, usted, ustedes""",
    "talkof": """cuando alguien, si alguien, quien dice, quien, ensayo, libro, charla, estudio, encuesta,
        investigación, cita, frase, teoría, lección, dice que, conferencia, taller, es como, qué problema""",
    "if": """si, cuando, en cuanto, una vez""",
    "rule": """recordad, recordatorio, recuerdo, no olvidéis, prohibido, norma, política, no se piden, no se permite,
        solo para, únicamente, para cualquier, para dudas, por favor no, se piden, datos personales""",
    "tech": """api, webhook, sso, integración, plugin, compilación, despliegue, configuración, versión, token, script,
        exportar, csv, rama, pipeline, rss, caché, certificado, java, entorno de pruebas, tabla, índice, parche,
        conector, método""",
    "edit": """actualizar, renombrar, archivar, moderar, traducir, borrar, fusionar, renovar, renovarlo, cambiar el,
        cambiar la, corregir, revisar, reescribir, añadir un aviso, añadir una notificación, añadir el, responder a,
        mover, limpiar""",
    "loc": """en, por, de, del, desde, a, al, con, sobre, según, vía, dentro de, hasta, tras""",
    "of": """de, del""",
    "for": """para, para que, porque, pues, ya que, donde, así, de modo que, así que, con tal de""",
    "indef": """un, una, unos, unas, algún, alguna, algo como""",
    "the": """el, la, los, las, este, esta, ese, esa, al, del, todas las, todos los""",
    "poss": """nuestro, nuestra, nuestros, nuestras, mi, mis, su, sus, tu, tus, vuestro, vuestra""",
    "shift": """reducir, reduce, bajar, baja, bajan, baje, pasar de, pasa de, subir, sube, aumentar, ganar, disminuir,
        duplicar, menos de, más de, al menos, como máximo, por debajo, por encima, un tercio, un punto menos, la
        mitad, llegamos a, no llegamos, solo tiramos, en vez de""",
    "goal": """objetivo, objetivos, meta, con el objetivo, esperamos, criterio, condición, éxito, indicador,
        actualmente, para reducir, a ver si, queremos que, hipótesis""",
    "check": """medir, medimos, mide, contamos, contar, cronometramos, evaluar, evaluamos, revisar en, revisamos,
        seguimos, seguimos solo, solo si, si no, si en, si el, si la, si las, lo dejamos, lo cerramos, cerramos, se
        apaga, devolvemos, decidir, decidimos, comparar, repetiremos, la encuesta, y se extiende""",
    "trial": """piloto, prueba, probar, probamos, ensayo de, seis semanas, dos meses, tres meses, un mes, noventa
        días, semanas, fase, fases, en tres, durante""",
    "step": """primero, luego, después, paso, pasos, fase, fases, a continuación, por último, empezaría, empezamos
        por, calendario, segundo""",
    "date": """enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre,
        trimestre, navidad, pascua, lunes, martes, miércoles, jueves, viernes, sábado, domingo, verano, otoño""",
    "weekly": """al día, por día, al mes, por mes, a la semana, por semana, cada semana, cada lunes, cada viernes,
        cada día, cada mes, semanal, diario, mensual, trimestral, en 48 horas, el mismo día, todos los, los martes""",
    "unit": """días, día, horas, hora, minutos, minuto, tickets, llamadas, preguntas, quejas, por ciento, puntos,
        euros, errores, solicitudes, incidencias, correos, alumnos, pedidos, visitas, reservas, cestas, semanas,
        veces, envíos, rechazo, repetidas""",
    "does": """escribe, responde, responden, modera, se encarga, encargada, encargado, responsable, recoge, revisa,
        envía, publican, publican sus, anota, cronometra, lleva la, elegido""",
    "vanity": """seguidores, suscriptores, miembros, usuarios, visitas, descargas, me gusta, plantilla, licencias,
        inscritos""",
    "adopt": """toda la plantilla, todo el personal, cada departamento, cada jefe, cada tienda, en todas, en todos,
        para todos, toda la oficina, en las siete, adopción, uso de, de la plantilla, todos los empleados""",
    "greet": """hola, buenos días, buenas, por favor, porfa, estimados, estimado, queridos, chicos, gente, oi""",
    "news": """según, periódico, noticia, anunció, anuncia, ley, sentencia, precios, sube los precios, ministro,
        bolsa, comprada, aviso de""",
    "use": """usar, utilizar, usemos, probar, probemos, hacer, acer, haz, hagamos, agamos, tener, tengamos, tendremos,
        poner, pon, pongamos, publicar, ofrecer, unirse, apuntarnos, contratar, comprar, añadir un, mandemos,
        enviemos, grabar""",
    "decide": """decidido, decisión, decide, anuncio, anunciamos, acordado, acuerdo, aprobado, previsto, prevé,
        planeamos, presupuesto, prioridad, plan de, estrategia, por unanimidad, calendario previsto, proyecto, está
        prevista""",
    "lack": """sin, no tenemos, seguimos sin, aún no tenemos, todavía no tenemos, menos nosotros, no estamos en, nos
        falta, falta, faltan, los únicos, la única, el único, ni siquiera tenemos""",
    "think": """creo, creo que, me parece, pienso, pienso que, he pensado, pensando, pensado, a mi juicio, en mi
        opinión, me pregunto, yo diría, estoy convencido, estoy convencida, sinceramente, para mí, yo haría""",
    "pro": """uno, una, eso, ello, lo mismo, igual, también, tendremos uno""",
    "nothanks": """bastante tenemos, bastante que hacer, otras cosas que hacer, no gracias, mejor no, rechazado,
        descartado, lo dudo, no hace falta, nadie lo pide, nadie pidió, olvidaos, olvida, no merece la pena, no vale
        la pena, para qué, basta con, es suficiente, no hay tiempo, nadie tiene tiempo, no sirve, no servirá, no
        aporta, de momento no, ni hablar, no nos interesa""",
    "exist": """ya tenemos, ya hay, hay un, hay una, hay ya, existe, existente, existentes, actual, antiguo, antigua,
        seguimos en, seguimos con, tienen su propio, tenemos un, tenemos una, tenéis, tienes, seguir con, seguimos
        usando, ya usamos, se usa, se utiliza, en uso, funciona desde""",
    "future": """futuro, el futuro, moderno, moderna, quedando atrás, nos quedamos atrás, invisibles, jóvenes, los
        jóvenes, viral, de moda, tendencia, visibilidad, visibles, presencia, imagen, darnos a conocer, llegar a,
        generación""",
    "org": """ayuntamiento de, ayuntamiento, ministerio, universidad, facultad, colegio, competencia, competidores,
        sede, fabricante, proveedor, banco, vecino, vecina, alcalde, alcaldesa, gobierno, compañía, empresa matriz""",
    "verbing": """por eso, así que, de modo que, por tanto, por lo tanto, entonces, pues, volviendo""",
    "nobody": """nadie, no todos, no todo el mundo, ninguno de, pocos, poca gente, la mayoría no, ni uno""",
    "postponed": """algún día, un día de estos, más adelante, más tarde, de momento, por ahora, por el momento, ya
        veremos, veremos, esperemos, todavía no, aún no, no hay prisa, este año no, llegado el momento""",
}
